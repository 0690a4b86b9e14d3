import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from '@tradewind/observability';
import { LOGGER, type Lifecycle } from '@tradewind/service-defaults';
import { ChargeStore } from '../application/charge-store.ts';

const EVERY = 250;

/** Lets charges that are in processing succeed when they are due. The time is in the database, so a restart keeps it. */
@Injectable()
export class LateSuccesses implements Lifecycle {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: ChargeStore,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async start(): Promise<void> {
    this.timer = setInterval(() => (this.running = this.look()), EVERY);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private async look(): Promise<void> {
    try {
      await this.store.succeedLate();
    } catch (error) {
      this.logger.warn({ err: error }, 'late successes could not be looked for');
    }
  }
}
