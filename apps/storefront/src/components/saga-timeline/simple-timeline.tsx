import { useMemo } from 'react';
import type { Order } from '../../api/orders.ts';
import { toAttempts, type Attempt } from './attempts.ts';
import { Bar } from './bar.tsx';
import { Chart, axisWidth } from './chart.tsx';
import { placeOrderSteps, type TimelineStep } from './entry.ts';
import { fromOrderTimeline } from './from-order.ts';
import { layoutTimeline } from './layout.ts';
import { plainLanes } from './plain-words.ts';
import { PlainList } from './plain-list.tsx';
import styles from './saga-timeline.module.css';
import { useNow } from './use-now.ts';
import { useWidth } from './use-width.ts';

/** Below this width lanes would be unreadable; the list stands alone. */
export const leastChartWidth = 560;

/** The shopper's view: sentences, and above them the same story drawn where there is room for it. */
export function SimpleTimeline({ order }: { order: Order }) {
  const attempts = useMemo(() => toAttempts(fromOrderTimeline(order.timeline)), [order.timeline]);
  const pending = order.status === 'pending';
  const now = useNow(pending);
  const [ref, width] = useWidth<HTMLDivElement>();
  const layout = layoutTimeline(attempts, {
    width: axisWidth(width),
    steps: placeOrderSteps,
    showProvider: false,
    now,
  });
  return (
    <div ref={ref} className={styles.timeline}>
      {width >= leastChartWidth && attempts.length > 0 && (
        // The sentences below say the same in words; a reader of the screen hears it once.
        <div className={styles.scroller} aria-hidden="true">
          <Chart layout={layout} laneNames={plainLanes} pivotWords="paid from here on" label="Progress">
            {(bar) => <Bar key={bar.attempt.key} bar={bar} />}
          </Chart>
        </div>
      )}
      <PlainList attempts={attempts} upcoming={pending ? upcomingSteps(attempts) : []} />
    </div>
  );
}

function upcomingSteps(attempts: Attempt[]): TimelineStep[] {
  if (attempts.some((attempt) => attempt.direction === 'undo' || attempt.outcome === 'failed')) return [];
  const begun = new Set(attempts.map((attempt) => attempt.step));
  return placeOrderSteps.filter((step) => !begun.has(step.name));
}
