import { formatDuration } from '../../format/time.ts';
import type { ArrangedSpan } from './arrange-spans.ts';
import { SpanDetails } from './span-details.tsx';
import styles from './waterfall.module.css';

interface Props {
  row: ArrangedSpan;
  totalMs: number;
  open: boolean;
  onToggle: () => void;
}

/** Deeper than this the indent stays, or names would have no room. */
const deepest = 14;

export function SpanRow({ row, totalMs, open, onToggle }: Props) {
  const { span, depth, startMs } = row;
  const left = share(startMs, totalMs);
  const width = share(span.durationMs, totalMs);
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        aria-expanded={open}
        onClick={onToggle}
        data-status={span.status}
        data-depth={depth}
      >
        <span
          className={styles.name}
          style={{ paddingLeft: `${Math.min(depth, deepest) * 10}px` }}
          title={span.name}
        >
          <strong>{span.service}</strong> {shortName(span.name)}
          {span.status === 'error' && <span className={styles.failed}> failed</span>}
        </span>
        <span className={styles.track}>
          <span className={styles.bar} style={{ left: `${left}%`, width: `max(2px, ${width}%)` }} />
          <span className={styles.duration} {...besideBar(left, width)}>
            {formatDuration(span.durationMs)}
          </span>
        </span>
      </button>
      {open && <SpanDetails span={span} startMs={startMs} />}
    </li>
  );
}

/** `tradewind.order.v1.OrderService/PlaceOrder`: package and version only take the room of what differs. */
function shortName(name: string): string {
  return name.replace(/\btradewind(\.[\w-]+)*\.v\d+\./, '');
}

/** Where a duration has room: after the bar, before it, or else on it. In percent of the track. */
function besideBar(left: number, width: number) {
  const end = left + width;
  if (end < 80) return { style: { left: `${end}%` } };
  if (left > 20) return { style: { right: `${100 - left}%` } };
  return { style: { right: `${100 - end}%` }, 'data-on-bar': true };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(100, (part / whole) * 100);
}
