import { Link } from 'react-router';
import type { LoggedEvent } from '../../api/ops/events.ts';
import { formatMoment } from '../../format/time.ts';
import { shortId } from '../../format/words.ts';
import { DataTable, type Column } from '../components/data-table.tsx';
import { TraceLink } from '../components/evidence-links.tsx';
import { Json } from '../components/json.tsx';

const columns: Column<LoggedEvent>[] = [
  { header: 'Time', cell: (event) => formatMoment(event.time) },
  { header: 'Type', cell: (event) => <TypeName type={event.type} /> },
  { header: 'About', cell: (event) => <About aggregateId={event.aggregateId} /> },
  { header: 'From', cell: (event) => event.source },
  { header: 'Position', cell: (event) => `${event.partition}/${event.offset}`, numeric: true },
  { header: 'Trace', cell: (event) => <TraceLink traceId={event.traceId} /> },
  { header: 'Data', cell: (event) => <Json summary="show" value={event.data} />, wide: true },
];

export function EventTable({ events }: { events: LoggedEvent[] }) {
  return <DataTable caption="Events" columns={columns} rows={events} rowKey={(event) => event.id} />;
}

/** `tradewind.order.v1.order-confirmed`: the end is what people read. */
function TypeName({ type }: { type: string }) {
  const at = type.lastIndexOf('.') + 1;
  return (
    <Link to={`/ops/events?type=${encodeURIComponent(type)}`} title={type}>
      {type.slice(at)}
    </Link>
  );
}

function About({ aggregateId }: { aggregateId: string }) {
  return (
    <Link to={`/ops/events?aggregateId=${encodeURIComponent(aggregateId)}`} title={aggregateId}>
      <code>{shortId(aggregateId)}</code>
    </Link>
  );
}
