import type { ReactNode } from 'react';
import { formatDuration } from '../../format/time.ts';
import { laneMiddle } from './bar.tsx';
import { laneHeight, type Bar, type TimelineLayout, type WayBack } from './layout.ts';
import styles from './saga-timeline.module.css';

const gutter = 104;
const axisHeight = 28;
/** Room for the last label of the axis. */
const margin = 72;

/** What is left of `width` for the axis itself. */
export const axisWidth = (width: number) => width - gutter - margin;

interface Props {
  layout: TimelineLayout;
  laneNames: Record<string, string>;
  pivotWords: string;
  label: string;
  children: (bar: Bar) => ReactNode;
}

/** Lanes, axis, pivot and the ways between attempts; `children` draws each attempt. */
export function Chart({ layout, laneNames, pivotWords, label, children }: Props) {
  const lanesHeight = layout.lanes.length * laneHeight;
  const width = layout.width + gutter + margin;
  return (
    <svg
      role="group"
      aria-label={label}
      width={width}
      height={lanesHeight + axisHeight}
      className={styles.chart}
    >
      <Hatch />
      {layout.lanes.map((lane, index) => (
        <Lane key={lane} name={laneNames[lane] ?? lane} index={index} width={width} />
      ))}
      <g transform={`translate(${gutter} 0)`}>
        {layout.pivot !== null && <Pivot x={layout.pivot} height={lanesHeight} words={pivotWords} />}
        {layout.bars.slice(1).map((bar, index) => (
          <Passage key={bar.attempt.key} from={layout.bars[index]} to={bar} />
        ))}
        {layout.waysBack.map((way) => (
          <ReturnPath key={`${way.lane}:${way.from}`} way={way} />
        ))}
        {layout.bars.map((bar) => children(bar))}
        {layout.labels.map(({ x, elapsedMs }) => (
          <text key={x} className={styles.axisLabel} x={x} y={lanesHeight + 20}>
            {elapsedMs === 0 ? '0' : `+${formatDuration(elapsedMs)}`}
          </text>
        ))}
      </g>
    </svg>
  );
}

function Lane({ name, index, width }: { name: string; index: number; width: number }) {
  return (
    <g>
      <text className={styles.laneName} x={0} y={laneMiddle(index) + 4}>
        {name}
      </text>
      <line
        className={styles.laneLine}
        x1={gutter - 8}
        x2={width}
        y1={laneMiddle(index)}
        y2={laneMiddle(index)}
      />
    </g>
  );
}

function Pivot({ x, height, words }: { x: number; height: number; words: string }) {
  return (
    <g className={styles.pivot}>
      <line x1={x} x2={x} y1={4} y2={height} />
      <text x={x - 6} y={12}>
        {words}
      </text>
    </g>
  );
}

/** How the saga went from one attempt to the next. */
function Passage({ from, to }: { from: Bar | undefined; to: Bar }) {
  if (!from) return null;
  const x = from.x + from.width;
  return (
    <path
      className={styles.passage}
      d={`M${x} ${laneMiddle(from.lane)}L${to.x} ${laneMiddle(from.lane)}L${to.x} ${laneMiddle(to.lane)}`}
    />
  );
}

/** Time runs to the right; what is undone is reached by going back to the left, under the lane. */
function ReturnPath({ way }: { way: WayBack }) {
  const y = laneMiddle(way.lane) + 7;
  const low = y + 14;
  return (
    <path
      className={styles.wayBack}
      markerEnd="url(#timeline-arrow)"
      d={`M${way.from + 4} ${y}C${way.from} ${low} ${way.from - 8} ${low} ${way.from - 16} ${low}L${way.to + 12} ${low}Q${way.to} ${low} ${way.to} ${y + 3}`}
    />
  );
}

function Hatch() {
  return (
    <defs>
      <pattern
        id="timeline-hatch"
        width={6}
        height={6}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <line className={styles.hatch} x1={0} x2={0} y1={0} y2={6} />
      </pattern>
      <marker
        id="timeline-arrow"
        viewBox="0 0 8 8"
        refX={4}
        refY={4}
        markerUnits="userSpaceOnUse"
        markerWidth={9}
        markerHeight={9}
        orient="auto"
      >
        <path className={styles.arrow} d="M0 0L8 4L0 8Z" />
      </marker>
    </defs>
  );
}
