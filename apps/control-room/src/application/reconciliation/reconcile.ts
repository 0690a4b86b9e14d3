import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@tradewind/kernel';
import { metrics, type EventRelation, type Logger } from '@tradewind/observability';
import { CLOCK, LOGGER } from '@tradewind/service-defaults';
import { EventHistory, WatchedSystem } from '../ports/watched-system.ts';
import { invariants } from './invariants.ts';
import { OrderSlices, type Findings } from './order-slices.ts';
import type { Difference, Invariant, Picture } from './picture.ts';
import { takeOrdersPicture, takeSystemPicture } from './take-picture.ts';
import { tracedTypes } from './traces.ts';

/** How the shop ties the handling of events to their cause (TRACES_EVENTS). */
export const EVENT_RELATION = Symbol('EVENT_RELATION');

interface CheckedInvariant {
  id: string;
  title: string;
  holds: boolean;
  differences: Difference[];
}

export interface Reconciliation {
  /** RFC 3339. */
  checkedAt: string;
  invariants: CheckedInvariant[];
}

const SHOWN = 50;
const holds = metrics.gauge('reconciliation_holds', '1: the invariant holds, 0: it does not.', ['invariant']);
const seconds = metrics.histogram('reconciliation_seconds', 'Duration of a reconciliation.');

/** Compares what the services, the provider, the event log and the mailbox say of the same orders. */
@Injectable()
export class Reconcile {
  private last: { at: number; result: Reconciliation } | undefined;
  private readonly broken = new Set<string>();
  private readonly slices = new OrderSlices();
  private running: Promise<unknown> = Promise.resolve();
  private waiting: Promise<Reconciliation> | undefined;

  constructor(
    private readonly system: WatchedSystem,
    private readonly history: EventHistory,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
    @Inject(EVENT_RELATION) private readonly relation: EventRelation,
  ) {}

  /** The last result, unless it is older than so many milliseconds. */
  kept(milliseconds: number): Reconciliation | undefined {
    return this.last && this.clock.now() - this.last.at <= milliseconds ? this.last.result : undefined;
  }

  /** Begins after it was asked for; who asks while another one waits to begin gets that one's result. */
  check(): Promise<Reconciliation> {
    this.waiting ??= this.running.then(() => {
      this.waiting = undefined;
      const checking = this.compare();
      this.running = checking.catch(() => undefined);
      return checking;
    });
    return this.waiting;
  }

  private async compare(): Promise<Reconciliation> {
    const end = seconds.startTimer();
    const at = this.clock.now();
    const system = await takeSystemPicture(this.system, this.history, at, tracedTypes(this.relation));
    // Of the newest orders, beside which what does not belong to an order is judged once.
    let newest: Picture | undefined;
    const slices = await this.slices.look({
      read: (after, most) => this.system.orderFacts(after, most),
      judge: async (keys, facts) => {
        newest = { ...system, ...(await takeOrdersPicture(this.system, keys, facts)) };
        return findings('orders', newest);
      },
    });
    const all = [...slices, findings('system', newest!)];
    const checked = invariants.map(({ id, title }) =>
      this.note(
        id,
        title,
        all.flatMap((found) => found.get(id) ?? []),
      ),
    );
    const result = { checkedAt: new Date(at).toISOString(), invariants: checked };
    this.last = { at, result };
    end();
    return result;
  }

  private note(id: string, title: string, differences: Difference[]): CheckedInvariant {
    const sound = differences.length === 0;
    holds.set({ invariant: id }, sound ? 1 : 0);
    if (!sound && !this.broken.has(id)) {
      const [first] = differences;
      this.logger.warn({ notable: true, invariant: id, first }, `${id} is broken: ${title}`);
      this.broken.add(id);
    } else if (sound && this.broken.delete(id)) {
      this.logger.info({ notable: true, invariant: id }, `${id} holds again: ${title}`);
    }
    return { id, title, holds: sound, differences: differences.slice(0, SHOWN) };
  }
}

/** What does not hold in this picture, of the invariants of that kind. */
function findings(of: Invariant['of'], picture: Picture): Findings {
  const checked = invariants
    .filter((invariant) => invariant.of === of)
    .map(({ id, check }) => [id, check(picture)] as const);
  return new Map(checked.filter(([, differences]) => differences.length > 0));
}
