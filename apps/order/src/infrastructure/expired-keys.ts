import { metrics, withoutTracing, type Logger } from '@tradewind/observability';
import type { Lifecycle } from '@tradewind/service-defaults';
import type { AnswerStore } from '../application/ports/answer-store.ts';

/** Keys removed by one statement: short enough to disturb nobody. */
const BATCH = 500;
const removed = metrics.counter('idempotency_keys_removed_total', 'Idempotency keys whose time was over.');

/** Removes idempotency keys whose time is over. Only space depends on it: a key that is over counts as new anyhow. */
export class ExpiredKeys implements Lifecycle {
  private timer: NodeJS.Timeout | undefined;
  private work: Promise<void> = Promise.resolve();
  private stopped = false;

  /** @param every milliseconds */
  constructor(
    private readonly answers: AnswerStore,
    private readonly logger: Logger,
    private readonly every = 60_000,
  ) {}

  async start(): Promise<void> {
    this.next();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.work;
  }

  private next(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.work = withoutTracing(() => this.removeAll()).finally(() => this.next());
    }, this.every);
    this.timer.unref();
  }

  private async removeAll(): Promise<void> {
    try {
      for (let count = BATCH; count === BATCH && !this.stopped; removed.inc(count)) {
        count = await this.answers.removeExpired(BATCH);
      }
    } catch (error) {
      this.logger.warn({ err: error }, 'expired idempotency keys could not be removed; trying again later');
    }
  }
}
