import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { deadLettersQuery, useOperateDeadLetter, type DeadLetter } from '../../api/ops/dead-letters.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { NoteDialog, type Operation } from '../components/note-dialog.tsx';
import { PageHeading } from '../components/page-heading.tsx';
import { Resource } from '../components/resource.tsx';
import { DeadLetterTable } from './dead-letter-table.tsx';

const discard: Operation = {
  title: 'Discard this event',
  consequence:
    'It will never be handled here. Later events of the same key go on. Reconciliation shows what that leaves behind.',
  action: 'Discard',
  noteRequired: true,
};

export function DeadLettersPage() {
  const letters = useQuery(deadLettersQuery);
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
        about="Events that a service could not handle. They wait here, and so do the later ones of their key."
      />
      {operate.isError && <ErrorNotice title="That was not possible." error={operate.error} />}
      <Resource what="The dead letters" query={letters}>
        {({ items }) =>
          items.length === 0 ? (
            <NoDeadLetters />
          ) : (
            <DeadLetterTable
              letters={items}
              busy={operate.isPending}
              onReplay={(letter) => operate.mutate({ id: letter.id, operation: 'replay' })}
              onDiscard={setDiscarded}
            />
          )
        }
      </Resource>
      <NoteDialog operation={discarded && discard} onClose={() => setDiscarded(null)} onConfirm={confirm} />
    </>
  );
}

function NoDeadLetters() {
  return (
    <Empty title="No dead letters">
      <p>
        Every event was handled. A poison message would be parked here with its cause, and could be replayed.
      </p>
    </Empty>
  );
}
