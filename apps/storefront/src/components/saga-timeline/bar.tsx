import type { Bar as BarLayout } from './layout.ts';
import { laneHeight } from './layout.ts';
import styles from './saga-timeline.module.css';

const barHeight = 14;

export const laneMiddle = (lane: number) => lane * laneHeight + laneHeight / 2;

/** One attempt: a bar on its lane, hatched when it undoes, with its verdict at the end. */
export function Bar({ bar }: { bar: BarLayout }) {
  const y = laneMiddle(bar.lane);
  const { outcome, direction } = bar.attempt;
  return (
    <g data-outcome={outcome} data-direction={direction} className={styles.bar}>
      {bar.crosses && <Crossing bar={bar} y={y} />}
      <rect className={styles.hitArea} x={bar.x - 6} y={y - 18} width={bar.width + 14} height={36} />
      <rect
        className={styles.shape}
        x={bar.x}
        y={y - barHeight / 2}
        width={bar.width}
        height={barHeight}
        rx={2}
      />
      {direction === 'undo' && (
        <rect
          x={bar.x}
          y={y - barHeight / 2}
          width={bar.width}
          height={barHeight}
          rx={2}
          fill="url(#timeline-hatch)"
        />
      )}
      <Verdict outcome={outcome} x={bar.x + bar.width} y={y} />
    </g>
  );
}

/** The call that leaves the house, to the payment provider. */
function Crossing({ bar, y }: { bar: BarLayout; y: number }) {
  const below = y + laneHeight;
  const end = bar.x + bar.width;
  return (
    <path
      className={styles.crossing}
      d={`M${bar.x + 3} ${y}L${bar.x + 3} ${below}L${end} ${below}L${end} ${y}`}
    />
  );
}

const glyphs: Partial<Record<string, string>> = {
  succeeded: 'M-3 0L-0.8 2.4L3.2 -2.6',
  failed: 'M-2.6 -2.6L2.6 2.6M2.6 -2.6L-2.6 2.6',
  retrying: 'M2.8 -1A3 3 0 1 0 2.6 1.6M3.2 -3.4L2.8 -1L0.6 -1.6',
  parked: 'M-1.6 -2.8V2.8M1.6 -2.8V2.8',
  resolved: 'M-3 0L-0.8 2.4L3.2 -2.6',
};

function Verdict({ outcome, x, y }: { outcome: string; x: number; y: number }) {
  const glyph = glyphs[outcome];
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className={styles.verdict} r={8} />
      {glyph && <path className={styles.glyph} d={glyph} />}
    </g>
  );
}
