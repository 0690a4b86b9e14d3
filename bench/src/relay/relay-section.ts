import type { Section } from '../report.ts';
import type { Way } from './messages.ts';

export interface RelayFigures {
  way: Way;
  /** Milliseconds from the answer of COMMIT to the start of the handler. */
  p50: number;
  p99: number;
  /** Events that no handler had seen in the end. */
  lost: number;
  /** Events per second into the log, while nobody listens. */
  alone: number;
  /** Events per second to the handler. */
  endToEnd: number;
  load: string;
}

const NAMES: Record<Way, string> = { relay: 'relay (woken by the commit)', poll: 'polled every 500 ms' };
const BUDGETS = { p50: 2, endToEnd: 8_000 };

export function relaySection(figures: readonly RelayFigures[], seconds: number): Section {
  const ours = figures.find(({ way }) => way === 'relay')!;
  const met = (good: boolean): string => (good ? 'met' : 'missed');
  return {
    title: 'Relay beside a polled outbox',
    note: `Events stored in transactions by one process and handled by another, over the log in PostgreSQL. Latency: from the answer of COMMIT to the start of the handler at 200 events/s, ${seconds} s after a warm-up. Saturated: a backlog of 100,000 events (20,000 for the polled one), published while nobody listens (alone), and published and handled (end to end; the handler's transaction has the inbox and nothing else). The other outbox takes 1,000 rows every 500 ms, as textbooks have it, so its throughput is given; the log and the listener are the same.`,
    head: ['outbox', 'p50 ms', 'p99 ms', 'not handled', 'events/s alone', 'events/s end to end', 'load'],
    rows: figures.map((it) => [
      ...[NAMES[it.way], it.p50.toFixed(1), it.p99.toFixed(1), it.lost],
      ...[it.alone.toFixed(0), it.endToEnd.toFixed(0), it.load],
    ]),
    after: [
      `Budget p50 ≤ ${BUDGETS.p50} ms at 200 events/s: ${ours.p50.toFixed(1)}, ${met(ours.p50 <= BUDGETS.p50)}`,
      `Budget ≥ ${BUDGETS.endToEnd.toLocaleString('en')} events/s: alone ${ours.alone.toFixed(0)}, ${met(ours.alone >= BUDGETS.endToEnd)}; end to end ${ours.endToEnd.toFixed(0)}, ${met(ours.endToEnd >= BUDGETS.endToEnd)}`,
    ],
  };
}
