import { Link } from 'react-router';
import { shortId } from '../../format/words.ts';

/** Every number and every id leads to what proves it. */
export function OrderLink({ orderId }: { orderId: string }) {
  return (
    <Link to={`/ops/sagas/${orderId}`} title={orderId}>
      <code>{shortId(orderId)}</code>
    </Link>
  );
}

export function TraceLink({ traceId, words }: { traceId: string | null | undefined; words?: string }) {
  if (!traceId) return <span className="soft">none</span>;
  return (
    <Link to={`/ops/traces/${traceId}`} title={traceId}>
      {words ?? <code>{shortId(traceId)}</code>}
    </Link>
  );
}

export function EventsLink({ aggregateId, words }: { aggregateId: string; words: string }) {
  return <Link to={`/ops/events?aggregateId=${encodeURIComponent(aggregateId)}`}>{words}</Link>;
}
