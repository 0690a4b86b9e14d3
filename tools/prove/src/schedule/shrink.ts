import type { Schedule } from './schedule.ts';

/** @returns whether the schedule still fails; a schedule that fails only now and then should be tried several times */
type Fails = (schedule: Schedule) => Promise<boolean>;

/**
 * The shortest schedule that still fails, as far as leaving things out one group after the other finds it.
 * Source: Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input" (delta debugging, ddmin).
 * @param budget how many schedules may be tried
 */
export async function shrink(schedule: Schedule, fails: Fails, budget = 40): Promise<Schedule> {
  let left = budget;
  const tried = async (candidate: Schedule): Promise<boolean> => left-- > 0 && fails(candidate);
  let shortest = schedule;
  for (const part of ['faults', 'shoppers'] as const) {
    const keep = <Item>(items: Item[]): Schedule => ({ ...shortest, seed: 0, [part]: items });
    const items = await minimal<unknown>(shortest[part], (candidate) => tried(keep(candidate)));
    if (items.length < shortest[part].length) shortest = keep(items);
  }
  return shortest;
}

/** A subset that still fails and of which no group of a size that was tried can be left out. */
async function minimal<Item>(
  items: readonly Item[],
  fails: (items: Item[]) => Promise<boolean>,
): Promise<Item[]> {
  let current = [...items];
  for (let size = Math.ceil(current.length / 2); size >= 1 && current.length > 1;) {
    const without = await firstThatFails(current, size, fails);
    if (without) current = without;
    else size = Math.floor(size / 2);
    size = Math.min(size, Math.ceil(current.length / 2));
  }
  return current;
}

async function firstThatFails<Item>(
  items: readonly Item[],
  size: number,
  fails: (items: Item[]) => Promise<boolean>,
): Promise<Item[] | undefined> {
  for (let from = 0; from < items.length; from += size) {
    const candidate = items.toSpliced(from, size);
    if (candidate.length > 0 && (await fails(candidate))) return candidate;
  }
  return undefined;
}
