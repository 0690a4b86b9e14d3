import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { SkeletonLines } from '../../components/skeleton.tsx';
import { formatClock } from '../../format/time.ts';

interface Props<Data> {
  /** What it is, for the sentence when it fails: "The sagas". */
  what: string;
  query: UseQueryResult<Data>;
  lines?: number;
  children: (data: Data) => ReactNode;
}

/** The four states of everything that is fetched: on its way, failed, there, there but old. */
export function Resource<Data>({ what, query, lines = 6, children }: Props<Data>) {
  const retry = () => void query.refetch();
  if (query.isPending) return <SkeletonLines lines={lines} />;
  if (query.data === undefined) {
    return <ErrorNotice title={`${what} could not be fetched.`} error={query.error} onRetry={retry} />;
  }
  return (
    <>
      {query.isError && (
        <ErrorNotice
          title={`${what}, as of ${formatClock(query.dataUpdatedAt)}: fetching anew failed.`}
          error={query.error}
          onRetry={retry}
        />
      )}
      {children(query.data)}
    </>
  );
}
