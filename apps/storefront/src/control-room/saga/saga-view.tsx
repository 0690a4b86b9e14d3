import { useMemo } from 'react';
import type { SagaDetail } from '../../api/ops/sagas.ts';
import { FullTimeline } from '../../components/saga-timeline/full-timeline.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { formatDuration, formatMoment } from '../../format/time.ts';
import { EventsLink, TraceLink } from '../components/evidence-links.tsx';
import { Facts } from '../components/facts.tsx';
import { toneOfSaga, wordsOfSaga } from '../components/state-tones.ts';
import { fromJournal } from './from-journal.ts';
import { JournalTable } from './journal-table.tsx';
import { Operations } from './operations.tsx';
import { ProviderLedger } from './provider-ledger.tsx';
import { SagaEvents } from './saga-events.tsx';
import { SagaTrace } from './saga-trace.tsx';
import styles from './saga.module.css';
import { StepTable } from './step-table.tsx';

export function SagaView({ saga }: { saga: SagaDetail }) {
  const entries = useMemo(() => fromJournal(saga.journal), [saga.journal]);
  return (
    <>
      <Facts facts={factsOf(saga)} />
      <Operations saga={saga} />
      <section aria-labelledby="timeline" className={styles.section}>
        <h2 id="timeline">Timeline</h2>
        <FullTimeline
          entries={entries}
          steps={saga.steps}
          running={saga.state === 'running' || saga.state === 'compensating'}
          evidence={<SagaEvidence saga={saga} />}
        />
      </section>
      <div className={styles.evidence}>
        {saga.traceId && <SagaTrace traceId={saga.traceId} />}
        <SagaEvents orderId={saga.orderId} />
      </div>
      <div className={styles.columns}>
        <section aria-labelledby="steps" className={styles.section}>
          <h2 id="steps">Steps</h2>
          <StepTable steps={saga.steps} current={saga.state === 'done' ? null : saga.currentStep} />
        </section>
        <ProviderLedger orderId={saga.orderId} />
      </div>
      <section aria-labelledby="journal" className={styles.section}>
        <h2 id="journal">Journal</h2>
        <JournalTable journal={saga.journal} />
      </section>
    </>
  );
}

function SagaEvidence({ saga }: { saga: SagaDetail }) {
  return (
    <>
      <TraceLink traceId={saga.traceId} words="Trace" />
      <EventsLink aggregateId={saga.orderId} words="Events" />
    </>
  );
}

function factsOf(saga: SagaDetail): [string, React.ReactNode][] {
  const took = Date.parse(saga.updatedAt) - Date.parse(saga.startedAt);
  return [
    [
      'State',
      <StatusMark key="state" tone={toneOfSaga(saga)}>
        {wordsOfSaga(saga)}
      </StatusMark>,
    ],
    ['Saga', `${saga.definition} v${saga.version}`],
    ...(saga.state === 'done' ? [] : whereItStands(saga)),
    ['Started', formatMoment(saga.startedAt)],
    ['Took', formatDuration(took)],
  ];
}

/** A saga that has ended is at no step and has no deadline left. */
function whereItStands(saga: SagaDetail): [string, React.ReactNode][] {
  return [
    ['Step', saga.currentStep ?? '–'],
    ['Tries of it', saga.attempts],
    ['Deadline', saga.deadlineAt ? formatMoment(saga.deadlineAt) : '–'],
  ];
}
