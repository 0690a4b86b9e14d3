import type { OrderFact } from '@tradewind/contracts/order/v1/saga_operations';
import type { KeyRange } from '@tradewind/kernel';
import type { Difference } from './picture.ts';

/** What was found in a slice, by invariant. Those that hold are left out. */
export type Findings = ReadonlyMap<string, readonly Difference[]>;

interface Slice {
  keys: KeyRange;
  found: Findings;
}

interface Work {
  /** The orders after this one, by their ids, at most so many. */
  read(after: string, most: number): Promise<OrderFact[]>;
  judge(keys: KeyRange, facts: OrderFact[]): Promise<Findings>;
}

/**
 * Orders are compared in slices, so that memory does not grow with their number, nor time without bound: the newest slices each time;
 * of the older ones those in which something was found, and one more in turn. Ids of orders grow with time.
 */
export class OrderSlices {
  private readonly older: Slice[] = [];
  private turn = 0;
  /** Orders in a slice. */
  private readonly size: number;
  /** So many of the newest slices are looked at each time. */
  private readonly recent: number;

  constructor(size = 2_000, recent = 5) {
    this.size = size;
    this.recent = recent;
  }

  /** @returns what was found in all slices, the newest last; in older ones when they were looked at last */
  async look(work: Work): Promise<Findings[]> {
    for (const slice of this.due())
      slice.found = await work.judge(slice.keys, await this.factsOf(slice, work));
    const newest: Slice[] = [];
    for (let after = this.older.at(-1)?.keys.upTo ?? ''; ;) {
      const facts = await work.read(after, this.size);
      const last = facts.length < this.size;
      const keys = { after, upTo: last ? '' : facts.at(-1)!.orderId };
      newest.push({ keys, found: await work.judge(keys, facts) });
      if (last) break;
      after = keys.upTo;
    }
    while (newest.length > this.recent) this.older.push(newest.shift()!);
    return [...this.older, ...newest].map(({ found }) => found);
  }

  private due(): Slice[] {
    const inTurn = this.older[this.turn++ % Math.max(1, this.older.length)];
    return this.older.filter((slice) => slice === inTurn || slice.found.size > 0);
  }

  /** By now there may be more: a clock that was wrong made an id that is older than it should be. */
  private async factsOf({ keys: { after, upTo } }: Slice, { read }: Work): Promise<OrderFact[]> {
    const facts: OrderFact[] = [];
    for (let from = after; ;) {
      const page = await read(from, this.size);
      facts.push(...page.filter(({ orderId }) => orderId <= upTo));
      from = page.at(-1)?.orderId ?? upTo;
      if (page.length < this.size || from >= upTo) return facts;
    }
  }
}
