import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@tradewind/kernel';
import { metrics } from '@tradewind/observability';
import { CLOCK } from '@tradewind/service-defaults';
import { WatchedSystem } from '../ports/watched-system.ts';
import { invariants, type Difference, type Picture } from './invariants.ts';

export interface Reconciliation {
  /** RFC 3339. */
  checkedAt: string;
  invariants: { id: string; title: string; holds: boolean; differences: Difference[] }[];
}

const SHOWN = 50;
const holds = metrics.gauge('reconciliation_holds', '1: the invariant holds, 0: it does not.', ['invariant']);

/** Compares what the services, the provider and the mailbox say of the same orders. */
@Injectable()
export class Reconcile {
  constructor(
    private readonly system: WatchedSystem,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async check(): Promise<Reconciliation> {
    const picture = await this.take();
    const checked = invariants.map(({ id, title, check }) => {
      const differences = check(picture);
      holds.set({ invariant: id }, differences.length === 0 ? 1 : 0);
      return { id, title, holds: differences.length === 0, differences: differences.slice(0, SHOWN) };
    });
    return { checkedAt: new Date(picture.at).toISOString(), invariants: checked };
  }

  private async take(): Promise<Picture> {
    // Facts first: what happens during the reading then belongs to orders that are not judged yet.
    const at = this.clock.now();
    const facts = await this.system.orderFacts();
    const [provider, postings, stock, mails] = await Promise.all([
      this.system.providerLedger(''),
      this.system.paymentLedger(),
      this.system.stockReport(),
      this.system.allMail(),
    ]);
    return { at, facts, provider, postings, stock, mails };
  }
}
