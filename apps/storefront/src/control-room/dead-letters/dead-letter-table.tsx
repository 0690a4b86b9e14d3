import type { DeadLetter } from '../../api/ops/dead-letters.ts';
import { formatMoment } from '../../format/time.ts';
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
    cell: (letter) => (
      <span className={styles.actions}>
        <button
          type="button"
          className="button small primary"
          disabled={busy}
          onClick={() => onReplay(letter)}
        >
          Replay
        </button>
        <button type="button" className="button small" disabled={busy} onClick={() => onDiscard(letter)}>
          Discard
        </button>
      </span>
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

const facts: Column<DeadLetter>[] = [
  { header: 'Parked', cell: (letter) => formatMoment(letter.parkedAt) },
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
