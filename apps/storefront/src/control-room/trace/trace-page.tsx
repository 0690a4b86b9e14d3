import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { traceQuery } from '../../api/ops/traces.ts';
import { asApiError } from '../../api/problem.ts';
import { Empty } from '../../components/empty.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { Waterfall } from './waterfall.tsx';

export function TracePage() {
  const { traceId = '' } = useParams();
  const trace = useQuery(traceQuery(traceId));
  return (
    <>
      <PageHeading title="Trace" about={<code>{traceId}</code>} />
      {trace.isError && asApiError(trace.error).status === 404 ? (
        <NoSpans />
      ) : (
        <Resource what="This trace" query={trace} lines={12}>
          {({ spans }) => (spans.length === 0 ? <NoSpans /> : <Waterfall spans={spans} />)}
        </Resource>
      )}
    </>
  );
}

function NoSpans() {
  return (
    <Empty title="No spans of this trace">
      <p>
        They arrive some seconds after the request. Old traces are dropped, and under load only some are kept.
      </p>
    </Empty>
  );
}
