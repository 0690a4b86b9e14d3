import { atRest, DEADLINE, netAtProvider, SETTLING, type Difference, type Picture } from './picture.ts';

export function stockAddsUp({ stock }: Picture): Difference[] {
  return stock.differences.map(({ productId, rule, detail }) => ({
    subject: productId,
    expected: rule,
    found: detail,
  }));
}

export function nothingStuck(picture: Picture): Difference[] {
  return [...stuckSagas(picture), ...orphanedReservations(picture), ...orphanedAuthorizations(picture)];
}

function stuckSagas({ facts, at }: Picture): Difference[] {
  return facts
    .filter(
      ({ sagaState, placedAt }) =>
        sagaState !== 'done' && sagaState !== 'parked' && at - Date.parse(placedAt) > DEADLINE,
    )
    .map(({ orderId, sagaState }) => ({ subject: orderId, expected: 'at rest', found: sagaState }));
}

/** Orders that somebody, or some person, still works on. */
const liveOrders = ({ facts }: Picture): Set<string> =>
  new Set(facts.filter(({ sagaState }) => sagaState !== 'done').map(({ orderId }) => orderId));

function orphanedReservations(picture: Picture): Difference[] {
  const live = liveOrders(picture);
  return picture.stock.openReservations
    .filter(({ key, reservedAt }) => !live.has(key) && picture.at - Date.parse(reservedAt) > SETTLING)
    .map(({ key }) => ({
      subject: key,
      expected: 'no reservation without a saga',
      found: 'open reservation',
    }));
}

function orphanedAuthorizations(picture: Picture): Difference[] {
  const live = liveOrders(picture);
  const entries = Map.groupBy(picture.provider, ({ orderId }) => orderId);
  return [...entries].flatMap(([orderId, own]) => {
    const open = own.filter(({ kind }) => kind === 'authorization').length;
    const ended = own.filter(({ kind }) => kind === 'capture' || kind === 'void').length;
    const settled = own.every(({ at }) => picture.at - Date.parse(at) > SETTLING);
    if (live.has(orderId) || open <= ended || !settled) return [];
    const expected = 'no authorization without a saga';
    return [{ subject: orderId, expected, found: `${open - ended} open at the provider` }];
  });
}

export function allOrNothing(picture: Picture): Difference[] {
  const committed = new Set(picture.stock.committedKeys);
  const reserved = new Set(picture.stock.openReservations.map(({ key }) => key));
  const net = netAtProvider(picture.provider);
  return atRest(picture).flatMap(({ orderId, status }) => {
    const goods = committed.has(orderId);
    const money = (net.get(orderId) ?? 0) > 0;
    if (status === 'confirmed' || status === 'shipped') {
      return goods && money
        ? []
        : [{ subject: orderId, expected: 'goods and money moved', found: JSON.stringify({ goods, money }) }];
    }
    const held = { money, goods: status === 'rejected' && goods, reserved: reserved.has(orderId) };
    if (!Object.values(held).includes(true)) return [];
    const expected = `${status}: goods released, no money kept`;
    return [{ subject: orderId, expected, found: JSON.stringify(held) }];
  });
}

/** The key is written with the order or not at all: this needs no time to settle. */
export function oneKeyEach({ facts }: Picture): Difference[] {
  return facts
    .filter(({ keys }) => keys !== undefined && keys !== 1)
    .map(({ orderId, keys }) => ({
      subject: orderId,
      expected: 'one idempotency key names it',
      found: keys === 0 ? 'none: its key names another order' : `${keys} keys`,
    }));
}
