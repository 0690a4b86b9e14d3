import type { MapEdge } from '../../api/ops/service-map.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { formatDuration } from '../../format/time.ts';
import { formatNumber } from '../../format/words.ts';
import { DataTable, type Column } from '../components/data-table.tsx';

const kinds: Record<MapEdge['kind'], string> = {
  http: 'HTTP',
  grpc: 'gRPC',
  sql: 'SQL',
  event: 'events',
};

const round = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

const columns: Column<MapEdge>[] = [
  { header: 'From', cell: (edge) => <strong>{edge.from}</strong> },
  { header: 'To', cell: (edge) => edge.to },
  { header: 'By', cell: (edge) => kinds[edge.kind] },
  { header: 'Traced', cell: (edge) => formatNumber(edge.calls), numeric: true },
  { header: 'Failed', cell: (edge) => <Failed count={edge.errors} />, numeric: true },
  { header: 'Half within', cell: (edge) => formatDuration(round(edge.p50Ms)), numeric: true },
  { header: '99 % within', cell: (edge) => formatDuration(round(edge.p99Ms)), numeric: true },
];

export function EdgeTable({ edges }: { edges: MapEdge[] }) {
  return (
    <DataTable
      caption="Who calls whom"
      columns={columns}
      rows={edges}
      rowKey={(edge) => `${edge.from}:${edge.to}:${edge.kind}`}
    />
  );
}

function Failed({ count }: { count: number }) {
  return count === 0 ? <>0</> : <StatusMark tone="bad">{formatNumber(count)}</StatusMark>;
}
