import { metrics, type Logger } from '@tradewind/observability';
import { repeat, type Lifecycle } from '@tradewind/service-defaults';
import type { AnswerStore } from '../application/ports/answer-store.ts';

/** Keys removed by one statement: short enough to disturb nobody. */
const BATCH = 500;
const removed = metrics.counter('idempotency_keys_removed_total', 'Idempotency keys whose time was over.');

/**
 * Removes idempotency keys whose time is over. Only space depends on it: a key that is over counts as new anyhow.
 * @param every milliseconds
 */
export function removeExpiredKeys(answers: AnswerStore, logger: Logger, every = 60_000): Lifecycle {
  const removeAll = async (signal: AbortSignal): Promise<void> => {
    for (let count = BATCH; count === BATCH && !signal.aborted; removed.inc(count)) {
      count = await answers.removeExpired(BATCH);
    }
  };
  return repeat('removing expired idempotency keys', every, removeAll, logger);
}
