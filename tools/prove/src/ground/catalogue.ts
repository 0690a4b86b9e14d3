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

/**
 * What there is to break. Failpoints are asked for after shoppers of every kind have been there: one that is new in the
 * code is in the list by itself.
 */
export async function readCatalogue(ground: ProvingGround): Promise<Catalogue> {
  const lists = await Promise.all(
    ground.processes.map(async (process) =>
      (await ground.failpoints.list(process)).map(({ name }) => ({ process, name })),
    ),
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
