import type { DeadLetter } from '../../api/ops/dead-letters.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { formatClock, formatMoment } from '../../format/time.ts';
import { shortId } from '../../format/words.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { EventsLink } from '../components/evidence-links.tsx';
import { Json } from '../components/json.tsx';
import styles from './dead-letters.module.css';

interface Props {
  letters: DeadLetter[];
  busy: boolean;
  onReplay: (letter: DeadLetter) => void;
  onDiscard: (letter: DeadLetter) => void;
}

export function DeadLetterTable({ letters, busy, onReplay, onDiscard }: Props) {
  const actions: Column<DeadLetter> = {
    header: 'Repair',
    cell: (letter) =>
      isOpen(letter) ? (
        <span className={styles.actions}>
          <button
            type="button"
            className="button small primary"
            disabled={busy}
            onClick={() => onReplay(letter)}
          >
            {letter.state === 'waiting' ? 'Try now' : 'Replay'}
          </button>
          <button type="button" className="button small" disabled={busy} onClick={() => onDiscard(letter)}>
            Discard
          </button>
        </span>
      ) : (
        <Decision letter={letter} />
      ),
  };
  return (
    <DataTable
      caption="Dead letters"
      columns={[...facts, actions]}
      rows={letters}
      rowKey={(letter) => letter.id}
    />
  );
}

const isOpen = ({ state }: DeadLetter): boolean => state === 'parked' || state === 'waiting';

/** Who closed it, when and why. */
function Decision({ letter: { operator, closedAt, note } }: { letter: DeadLetter }) {
  return (
    <>
      {operator}, {closedAt && formatMoment(closedAt)}
      {note && `: ${note}`}
    </>
  );
}

const tones = { parked: 'bad', waiting: 'busy', replayed: 'good', discarded: 'neutral' } as const;

const facts: Column<DeadLetter>[] = [
  {
    header: 'State',
    cell: (letter) => (
      <>
        <StatusMark tone={tones[letter.state]}>{letter.state}</StatusMark>
        {letter.dueAt && ` next try ${formatClock(letter.dueAt)}`}
      </>
    ),
  },
  { header: 'Since', cell: (letter) => formatMoment(letter.parkedAt) },
  { header: 'Service', cell: (letter) => letter.service },
  { header: 'Event', cell: (letter) => <span title={letter.type}>{letter.type.split('.').at(-1)}</span> },
  {
    header: 'About',
    cell: (letter) => <EventsLink aggregateId={letter.aggregateId} words={shortId(letter.aggregateId)} />,
  },
  {
    header: 'Cause',
    cell: (letter) => (
      <>
        <code>{letter.cause.code}</code> {letter.cause.message}
      </>
    ),
    wide: true,
  },
  { header: 'Tries', cell: (letter) => letter.attempts, numeric: true },
  { header: 'Data', cell: (letter) => <Json summary="show" value={letter.data} /> },
];
