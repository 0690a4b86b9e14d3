import { metrics, type Logger } from '@tradewind/observability';
import type { SagaStore } from './saga-store.ts';
import type { SagaVersion } from './saga-versions.ts';

/** Heartbeats between two looks: 30 s with the default lease. */
const EVERY = 40;

const waiting = metrics.gauge(
  'saga_unknown_definition',
  'Sagas on their way of a version that this process does not know; another process must take them up.',
  ['definition', 'version'],
);

/**
 * Makes sagas visible that this process leaves to others: it may be the older one of a rolling update. It never parks
 * them: then an operator would have to bring each back, although the process that knows them is only about to start.
 */
export function createStrangerWatch(
  store: Pick<SagaStore<never, never>, 'unknown'>,
  known: readonly SagaVersion[],
  logger: Logger,
): { look(): Promise<void> } {
  let beats = 0;
  let said = '';
  return {
    async look() {
      if (beats++ % EVERY !== 0) return;
      const found = await store.unknown(known);
      waiting.reset();
      for (const { definition, version, count } of found) waiting.set({ definition, version }, count);
      const names = found.map((it) => `${it.definition} version ${it.version}`).join(', ');
      if (names !== '' && names !== said) {
        const text = `sagas wait for a process that knows ${names}; nothing is lost, this one leaves them alone`;
        logger.error({ notable: true, code: 'SAGA.UNKNOWN_DEFINITION' }, text);
      }
      said = names;
    },
  };
}
