import { useState } from 'react';
import { useOperateSaga, type SagaDetail, type SagaOperation } from '../../api/ops/sagas.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Note } from '../../components/note.tsx';
import { NoteDialog, type Operation } from '../components/note-dialog.tsx';
import styles from './saga.module.css';

const operations: Record<SagaOperation, Operation> = {
  retry: {
    title: 'Retry the parked step',
    consequence: 'The step runs once more with the same key, so nothing can happen twice.',
    action: 'Retry',
    noteRequired: false,
  },
  compensate: {
    title: 'Turn this saga back',
    consequence:
      'Everything done so far is undone, the last first, and the order is rejected. Not possible after the pivot.',
    action: 'Compensate',
    noteRequired: true,
  },
  resolve: {
    title: 'Resolve by hand',
    consequence:
      'The parked step counts as done, because you did by hand what was missing. Reconciliation will check that.',
    action: 'Resolve',
    noteRequired: true,
  },
};

/** What an operator can do with a parked saga; a saga that moves needs nobody. */
export function Operations({ saga }: { saga: SagaDetail }) {
  const [asked, ask] = useState<SagaOperation | null>(null);
  const operate = useOperateSaga(saga.orderId);
  const confirm = (note: string) => {
    if (asked) operate.mutate({ operation: asked, note });
    ask(null);
  };
  return (
    <>
      {operate.isError && <ErrorNotice title="That was not possible." error={operate.error} />}
      {operate.isSuccess && saga.state !== 'parked' && (
        <Note tone="good">Accepted, and in the audit log.</Note>
      )}
      {saga.state === 'parked' && (
        <div className={styles.parked}>
          <p>
            <strong>Parked.</strong> {saga.parkedReason?.message} <code>{saga.parkedReason?.code}</code>
          </p>
          <div className={styles.buttons}>
            {(['retry', 'compensate', 'resolve'] as const).map((operation) => (
              <button
                key={operation}
                type="button"
                className={operation === 'retry' ? 'button primary' : 'button'}
                disabled={operate.isPending || (operation === 'compensate' && isPastPivot(saga))}
                onClick={() => ask(operation)}
              >
                {operations[operation].action}
              </button>
            ))}
          </div>
        </div>
      )}
      <NoteDialog operation={asked && operations[asked]} onClose={() => ask(null)} onConfirm={confirm} />
    </>
  );
}

/** Once the pivot has succeeded there is only the way forward. */
function isPastPivot(saga: SagaDetail): boolean {
  const pivots = new Set(saga.steps.filter((step) => step.pivot).map((step) => step.name));
  return saga.journal.some(
    (entry) => pivots.has(entry.step) && entry.direction === 'run' && entry.outcome === 'succeeded',
  );
}
