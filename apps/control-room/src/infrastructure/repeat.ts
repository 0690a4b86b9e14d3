import type { Logger } from '@tradewind/observability';
import type { Lifecycle } from '@tradewind/service-defaults';

/** Does something again and again, never twice at once; a failure is noted and does not end it. */
export function repeat(
  name: string,
  milliseconds: number,
  work: () => Promise<unknown>,
  logger: Logger,
): Lifecycle {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      work()
        .catch((error: unknown) => logger.debug({ err: error }, `${name} could not be worked out`))
        .finally(next);
    }, milliseconds);
  };
  return {
    start: async () => next(),
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
