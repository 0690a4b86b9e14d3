import type { Logger } from '@tradewind/observability';

/** A process that cannot end in order within this time ends anyway. */
const LAST_RESORT = 8_000;

/** Runs `stop` once, at the first signal to stop or when the launcher that started the process is gone. */
export function onStopSignal(logger: Logger, stop: () => Promise<void>): void {
  let stopping = false;
  const begin = (why: string): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ why }, 'stopping');
    setTimeout(() => process.exit(1), LAST_RESORT).unref();
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => begin(signal));
  process.on('disconnect', () => begin('the launcher is gone'));
}
