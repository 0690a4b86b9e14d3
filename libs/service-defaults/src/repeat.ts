import { withoutTracing, type Logger } from '@tradewind/observability';
import type { Lifecycle } from './lifecycle.ts';

/**
 * Does something again and again, never twice at once, first after `milliseconds`. A failure is noted and does not end it; a
 * stop waits for what runs.
 * @param work gets a signal that says when to stop
 */
export function repeat(
  name: string,
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<unknown>,
  logger: Logger,
): Lifecycle {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const next = (): void => {
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      running = withoutTracing(() => work(stopping.signal))
        .catch((error: unknown) => logger.warn({ err: error }, `${name} failed; trying again later`))
        .finally(next);
    }, milliseconds);
  };
  return {
    start: async () => next(),
    stop: async () => {
      stopping.abort();
      clearTimeout(timer);
      await running;
    },
  };
}
