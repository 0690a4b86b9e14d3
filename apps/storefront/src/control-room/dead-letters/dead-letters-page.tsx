import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { deadLettersQuery, useOperateDeadLetter, type DeadLetter } from '../../api/ops/dead-letters.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { NoteDialog, type Operation } from '../components/note-dialog.tsx';
import { LoadMore } from '../components/load-more.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { DeadLetterTable } from './dead-letter-table.tsx';
import { LetterFilters, toFilter } from './letter-filters.tsx';

const discard: Operation = {
  title: 'Discard this event',
  consequence:
    'It will never be handled here. Later events of the same key go on. Reconciliation then takes its effect as given up.',
  action: 'Discard',
  noteRequired: true,
};

export function DeadLettersPage() {
  const [params] = useSearchParams();
  const filter = toFilter(params);
  const letters = useInfiniteQuery(deadLettersQuery(filter));
  const operate = useOperateDeadLetter();
  const [discarded, setDiscarded] = useState<DeadLetter | null>(null);
  const confirm = (note: string) => {
    if (discarded) operate.mutate({ id: discarded.id, operation: 'discard', note });
    setDiscarded(null);
  };
  return (
    <>
      <PageHeading
        title="Dead letters"
        about="Events that a service could not handle. The later ones of their key queue behind them; other keys go on."
      >
        <LetterFilters filter={filter} />
      </PageHeading>
      {operate.isError && <ErrorNotice title="That was not possible." error={operate.error} />}
      <Resource what="The dead letters" query={letters}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          return items.length === 0 ? (
            <NoDeadLetters />
          ) : (
            <DeadLetterTable
              letters={items}
              busy={operate.isPending}
              onReplay={(letter) => operate.mutate({ id: letter.id, operation: 'replay' })}
              onDiscard={setDiscarded}
            />
          );
        }}
      </Resource>
      <LoadMore query={letters} />
      <NoteDialog operation={discarded && discard} onClose={() => setDiscarded(null)} onConfirm={confirm} />
    </>
  );
}

function NoDeadLetters() {
  return (
    <Empty title="No dead letters">
      <p>
        No event stands here. One that cannot be handled is parked with its cause and can be replayed; one
        that needs somebody who is away waits and is tried again by itself.
      </p>
    </Empty>
  );
}
