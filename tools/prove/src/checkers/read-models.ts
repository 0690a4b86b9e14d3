import { violation, type LogRow, type Snapshot, type Violation } from './snapshot.ts';

const STATUS_AFTER: Readonly<Record<string, string>> = {
  'tradewind.order.v1.order-placed': 'pending',
  'tradewind.order.v1.order-confirmed': 'confirmed',
  'tradewind.order.v1.order-rejected': 'rejected',
  'tradewind.order.v1.order-cancelled': 'cancelled',
  'tradewind.order.v1.order-shipped': 'shipped',
};

/** Every read model is the fold of its events, each taken once, however often it came. */
export function checkReadModels(snapshot: Snapshot): Violation[] {
  const events = [...new Map(snapshot.log.map((it) => [it.id, it])).values()];
  return [
    ...checkStatuses(snapshot, events),
    ...checkLevels(snapshot, events),
    ...checkPairs(snapshot, events),
  ];
}

function checkStatuses({ orders }: Snapshot, events: LogRow[]): Violation[] {
  const folded = new Map<string, string>();
  for (const { type, key } of events) if (STATUS_AFTER[type]) folded.set(key, STATUS_AFTER[type]);
  return orders
    .filter(({ id, status }) => folded.get(id) !== status)
    .map(({ id, status }) => violation('I8', id, `is ${status}, its events say ${folded.get(id)}`));
}

interface Level {
  productId: string;
  available?: number;
  version?: number;
}

function checkLevels({ levels }: Snapshot, events: LogRow[]): Violation[] {
  const folded = new Map<string, Level>();
  for (const { type, data } of events) {
    if (type !== 'tradewind.inventory.v1.stock-level-changed' || !isObject(data)) continue;
    const level = data as unknown as Level;
    if (Number(level.version ?? 0) > Number(folded.get(level.productId)?.version ?? -1))
      folded.set(level.productId, level);
  }
  return levels.flatMap(({ productId, available, shown }) => {
    const expected = Number(folded.get(productId)?.available ?? 0);
    if (available === expected && (shown === null || shown === expected)) return [];
    return [
      violation(
        'I8',
        productId,
        `shows ${shown} and keeps ${available} in stock, its events say ${expected}`,
      ),
    ];
  });
}

/** Pairs of products in one order, in both directions. */
function checkPairs({ pairs }: Snapshot, events: LogRow[]): Violation[] {
  const folded = new Map<string, number>();
  for (const { type, data } of events) {
    if (type !== 'tradewind.order.v1.order-confirmed' || !isObject(data)) continue;
    const { lines = [] } = data as { lines?: { productId: string }[] };
    for (const pair of pairsOf(lines)) folded.set(pair, (folded.get(pair) ?? 0) + 1);
  }
  const kept = new Map(pairs.map(({ productId, otherId, times }) => [`${productId} ${otherId}`, times]));
  return [...new Set([...folded.keys(), ...kept.keys()])]
    .filter((pair) => folded.get(pair) !== kept.get(pair))
    .map((pair) =>
      violation(
        'I8',
        pair,
        `counted ${kept.get(pair) ?? 0} times together, bought ${folded.get(pair) ?? 0} times`,
      ),
    );
}

function pairsOf(lines: readonly { productId: string }[]): string[] {
  const products = [...new Set(lines.map(({ productId }) => productId))];
  return products.flatMap((one) =>
    products.filter((other) => other !== one).map((other) => `${one} ${other}`),
  );
}

const isObject = (data: unknown): data is Record<string, unknown> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);
