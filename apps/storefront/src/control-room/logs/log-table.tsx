import type { LogLine } from '../../api/ops/logs.ts';
import { StatusMark, type Tone } from '../../components/status-mark.tsx';
import { formatInstant } from '../../format/time.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { TraceLink } from '../components/evidence-links.tsx';
import { Json } from '../components/json.tsx';

const tones: Record<LogLine['level'], Tone> = {
  trace: 'neutral',
  debug: 'neutral',
  info: 'neutral',
  warn: 'warn',
  error: 'bad',
  fatal: 'bad',
};

const columns: Column<LogLine>[] = [
  { header: 'Time', cell: (line) => formatInstant(line.at) },
  { header: 'Service', cell: (line) => <strong>{line.service}</strong> },
  { header: 'Level', cell: (line) => <StatusMark tone={tones[line.level]}>{line.level}</StatusMark> },
  { header: 'Message', cell: (line) => line.message, wide: true },
  { header: 'Trace', cell: (line) => <TraceLink traceId={line.traceId} /> },
  { header: 'Fields', cell: (line) => <Fields fields={line.fields} /> },
];

export function LogTable({ lines }: { lines: LogLine[] }) {
  return <DataTable caption="Log" columns={columns} rows={lines} rowKey={keyOf} />;
}

function Fields({ fields }: { fields: LogLine['fields'] }) {
  if (Object.keys(fields).length === 0) return <span className="soft">none</span>;
  return <Json summary="show" value={fields} />;
}

const keyOf = (line: LogLine): string =>
  `${line.at}:${line.service}:${line.spanId ?? ''}:${line.message}:${JSON.stringify(line.fields)}`;
