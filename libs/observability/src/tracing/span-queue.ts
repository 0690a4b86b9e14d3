import { metrics } from '../metrics.ts';
import type { RecordedSpan } from './recorded-span.ts';

export interface SpanQueue {
  add(span: RecordedSpan): void;
  /** Sends what is there now, as far as it can. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

interface QueueOptions {
  /** Rejects when the receiver could not take them: they are sent again. */
  send: (spans: readonly RecordedSpan[]) => Promise<void>;
  /** Called before each turn. */
  before?: () => void;
  /** Milliseconds between two turns. Default 400. */
  every?: number;
  /** Spans that wait at most; more are dropped. Default 8,192. */
  maximum?: number;
}

const BATCH = 512;
/** Turns that are left out after a failure, at most: 16 × 400 ms. */
const LONGEST_PAUSE = 16;

const spansTotal = metrics.counter('traces_spans_total', 'Spans of this process, by what became of them.', [
  'outcome',
]);

/** Gathers spans and sends them in batches, in the background; a receiver that is away costs memory up to a limit and nothing else. */
export function createSpanQueue({ send, before, every = 400, maximum = 8_192 }: QueueOptions): SpanQueue {
  let waiting: RecordedSpan[] = [];
  let failures = 0;
  let leaveOut = 0;
  let running: Promise<void> | undefined;
  const timer = setInterval(turn, every).unref();

  function turn(): void {
    if (leaveOut-- > 0 || running) return;
    before?.();
    running = sendAll().finally(() => (running = undefined));
  }

  async function sendAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      try {
        await send(batch);
      } catch {
        waiting = [...batch, ...waiting];
        leaveOut = Math.min(LONGEST_PAUSE, 2 ** failures++);
        return;
      }
      failures = 0;
      spansTotal.inc({ outcome: 'sent' }, batch.length);
    }
  }

  async function flush(): Promise<void> {
    await running;
    before?.();
    await sendAll();
  }

  return {
    add(span) {
      if (waiting.length < maximum) waiting.push(span);
      else spansTotal.inc({ outcome: 'dropped' });
    },
    flush,
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}
