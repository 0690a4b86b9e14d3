import type { JournalEntry } from '../../api/ops/sagas.ts';
import { StatusMark, type Tone } from '../../components/status-mark.tsx';
import { formatDuration, formatInstant } from '../../format/time.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Json } from '../components/json.tsx';

const tones: Record<JournalEntry['outcome'], Tone> = {
  started: 'busy',
  succeeded: 'good',
  failed: 'bad',
  retrying: 'warn',
  parked: 'bad',
  resolved: 'good',
};

const columns: Column<JournalEntry>[] = [
  { header: 'Step', cell: (entry) => (entry.direction === 'undo' ? `undo ${entry.step}` : entry.step) },
  {
    header: 'Outcome',
    cell: (entry) => <StatusMark tone={tones[entry.outcome]}>{entry.outcome}</StatusMark>,
  },
  { header: 'Try', cell: (entry) => entry.attempt, numeric: true },
  { header: 'At', cell: (entry) => formatInstant(entry.at), numeric: true },
  {
    header: 'Took',
    cell: (entry) => (entry.durationMs === null ? '–' : formatDuration(entry.durationMs)),
    numeric: true,
  },
  { header: 'Error', cell: (entry) => <JournalError error={entry.error} />, wide: true },
];

const detail: Column<JournalEntry> = {
  header: 'Detail',
  cell: (entry) => <Json summary="show" value={entry.detail} />,
};

/** The column of details is there only when some entry has one. */
export function JournalTable({ journal }: { journal: JournalEntry[] }) {
  const hasDetail = journal.some((entry) => entry.detail !== null);
  return (
    <DataTable
      caption="Journal"
      columns={hasDetail ? [...columns, detail] : columns}
      rows={journal}
      rowKey={(entry) => String(entry.sequence)}
    />
  );
}

function JournalError({ error }: Pick<JournalEntry, 'error'>) {
  if (!error) return '–';
  return (
    <>
      <code>{error.code}</code> {error.message}
    </>
  );
}
