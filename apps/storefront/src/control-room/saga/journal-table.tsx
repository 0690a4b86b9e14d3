import type { JournalEntry } from '../../api/ops/sagas.ts';
import { StatusMark, type Tone } from '../../components/status-mark.tsx';
import { formatDuration, formatMoment } from '../../format/time.ts';
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
  { header: 'No.', cell: (entry) => entry.sequence, numeric: true },
  { header: 'Step', cell: (entry) => (entry.direction === 'undo' ? `undo ${entry.step}` : entry.step) },
  {
    header: 'Outcome',
    cell: (entry) => <StatusMark tone={tones[entry.outcome]}>{entry.outcome}</StatusMark>,
  },
  { header: 'Try', cell: (entry) => entry.attempt, numeric: true },
  { header: 'At', cell: (entry) => formatMoment(entry.at) },
  {
    header: 'Took',
    cell: (entry) => (entry.durationMs === null ? '–' : formatDuration(entry.durationMs)),
    numeric: true,
  },
  { header: 'Error', cell: (entry) => <JournalError error={entry.error} />, wide: true },
  { header: 'Detail', cell: (entry) => <Json summary="show" value={entry.detail} /> },
];

export function JournalTable({ journal }: { journal: JournalEntry[] }) {
  return (
    <DataTable
      caption="Journal"
      columns={columns}
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
