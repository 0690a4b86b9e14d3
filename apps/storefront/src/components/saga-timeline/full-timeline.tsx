import { useMemo, useState, type ReactNode } from 'react';
import { asTitle } from '../../format/words.ts';
import { AttemptDetails } from './attempt-details.tsx';
import { toAttempts, type Attempt } from './attempts.ts';
import { Bar } from './bar.tsx';
import { Chart, axisWidth } from './chart.tsx';
import type { TimelineEntry, TimelineStep } from './entry.ts';
import { FullList } from './full-list.tsx';
import { layoutTimeline, type Bar as BarLayout } from './layout.ts';
import styles from './saga-timeline.module.css';
import { leastChartWidth } from './simple-timeline.tsx';
import { useNow } from './use-now.ts';
import { useWidth } from './use-width.ts';

interface Props {
  entries: TimelineEntry[];
  steps: TimelineStep[];
  running: boolean;
  /** Links to the trace and the events, shown with every attempt. */
  evidence: ReactNode;
}

const laneNames = { order: 'order', inventory: 'inventory', payment: 'payment', provider: 'provider' };

/** The operator's view: every attempt can be pointed at, focused and opened. */
export function FullTimeline({ entries, steps, running, evidence }: Props) {
  const attempts = useMemo(() => toAttempts(entries), [entries]);
  const [selected, select] = useState<Attempt | null>(null);
  const now = useNow(running);
  const [ref, width] = useWidth<HTMLDivElement>();
  const layout = layoutTimeline(attempts, { width: axisWidth(width), steps, showProvider: true, now });
  return (
    <div ref={ref} className={styles.timeline}>
      {width >= leastChartWidth ? (
        <div className={styles.scroller}>
          <Chart layout={layout} laneNames={laneNames} pivotWords="pivot" label="Saga timeline">
            {(bar) => <OpenableBar key={bar.attempt.key} bar={bar} onSelect={select} />}
          </Chart>
        </div>
      ) : (
        <FullList attempts={attempts} steps={steps} onSelect={select} />
      )}
      <AttemptDetails attempt={selected} evidence={evidence} />
    </div>
  );
}

function OpenableBar({ bar, onSelect }: { bar: BarLayout; onSelect: (attempt: Attempt) => void }) {
  const { attempt } = bar;
  const select = () => onSelect(attempt);
  const way = attempt.direction === 'undo' ? 'undo ' : '';
  return (
    <g
      role="button"
      tabIndex={0}
      className={styles.openable}
      aria-label={`${way}${asTitle(attempt.step)}, try ${attempt.attempt}: ${attempt.outcome}`}
      onFocus={select}
      onPointerEnter={select}
      onClick={select}
    >
      <Bar bar={bar} />
    </g>
  );
}
