import type { Catalogue } from '../schedule/draw-fault.ts';
import type { ProvingGround } from './proving-ground.ts';

/** How many products shoppers choose from: few, so that they compete for them. */
export const PRODUCTS = 4;

/** What a poisoned event pretends to be: types that somebody listens to. */
const EVENT_TYPES = [
  'tradewind.order.v1.order-confirmed',
  'tradewind.inventory.v1.stock-level-changed',
  'tradewind.product.v1.price-changed',
];

/** How often each failpoint of each process was passed so far. */
export async function readPassages(ground: ProvingGround): Promise<Map<string, Map<string, number>>> {
  const lists = ground.processes.map(async (process) => {
    const list = await ground.failpoints.list(process);
    return [process, new Map(list.map(({ name, passed }) => [name, passed]))] as const;
  });
  return new Map(await Promise.all(lists));
}

/**
 * What there is to break. Failpoints are asked for after shoppers of every kind have been there: one that is new in the
 * code is in the list by itself.
 * @param before the passages before the shoppers came
 */
export async function readCatalogue(
  ground: ProvingGround,
  before: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Promise<Catalogue> {
  const lists = [...(await readPassages(ground))].map(([process, passages]) =>
    [...passages].map(([name, passed]) => ({
      process,
      name,
      byShoppers: passed > (before.get(process)?.get(name) ?? 0),
    })),
  );
  return {
    products: PRODUCTS,
    failpoints: roundRobin(lists),
    processes: ground.processes,
    databases: ground.databaseNames,
    eventTypes: EVENT_TYPES,
  };
}

/** One of each process after the other: who is killed again and again is started again ever more slowly. */
function roundRobin<Item>(lists: readonly Item[][]): Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) =>
    lists.flatMap((list) => list.slice(index, index + 1)),
  ).flat();
}
