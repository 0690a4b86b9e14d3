import type { Saga } from '../../api/ops/sagas.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { formatDuration, formatMoment } from '../../format/time.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { OrderLink, TraceLink } from '../components/evidence-links.tsx';
import { toneOfSaga, wordsOfSaga } from '../components/state-tones.ts';

const columns: Column<Saga>[] = [
  { header: 'Order', cell: (saga) => <OrderLink orderId={saga.orderId} /> },
  { header: 'State', cell: (saga) => <StatusMark tone={toneOfSaga(saga)}>{wordsOfSaga(saga)}</StatusMark> },
  { header: 'Saga', cell: (saga) => `${saga.definition} v${saga.version}` },
  { header: 'Step', cell: (saga) => (saga.state === 'done' ? '–' : (saga.currentStep ?? '–')) },
  {
    header: 'Reason',
    cell: (saga) => (saga.parkedReason ? <code>{saga.parkedReason.code}</code> : '–'),
    wide: true,
  },
  { header: 'Started', cell: (saga) => formatMoment(saga.startedAt) },
  { header: 'Took', cell: (saga) => formatDuration(span(saga)), numeric: true },
  { header: 'Trace', cell: (saga) => <TraceLink traceId={saga.traceId} /> },
];

export function SagaTable({ sagas }: { sagas: Saga[] }) {
  return (
    <DataTable
      caption="Sagas"
      columns={columns}
      rows={sagas}
      rowKey={(saga) => `${saga.orderId}:${saga.definition}`}
    />
  );
}

function span(saga: Saga): number {
  return Date.parse(saga.updatedAt) - Date.parse(saga.startedAt);
}
