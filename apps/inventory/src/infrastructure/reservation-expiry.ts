import { isAppError } from '@tradewind/kernel';
import { withoutTracing, type Logger } from '@tradewind/observability';
import type { Lifecycle } from '@tradewind/service-defaults';
import type { StockStore } from '../application/ports/stock-store.ts';

/** Looks for expired reservations again and again. Several replicas may: each reservation is given back once. */
export class ReservationExpiry implements Lifecycle {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly store: StockStore;
  private readonly every: number;
  private readonly logger: Logger;

  /** @param every milliseconds */
  constructor(store: StockStore, every: number, logger: Logger) {
    this.store = store;
    this.every = every;
    this.logger = logger;
  }

  async start(): Promise<void> {
    this.schedule();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => (this.running = withoutTracing(() => this.look())), this.every);
  }

  private async look(): Promise<void> {
    try {
      const expired = await this.store.expire();
      if (expired > 0)
        this.logger.warn({ notable: true, expired }, `${expired} reservation(s) expired and were given back`);
    } catch (error) {
      // A database that is away comes back; anything else is a mistake of ours.
      if (!isAppError(error))
        this.logger.error({ err: error }, 'expired reservations could not be given back');
    }
    this.schedule();
  }
}
