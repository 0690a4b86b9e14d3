import { violation, type Line, type Snapshot, type Violation } from './snapshot.ts';

const KEPT = new Set(['confirmed', 'shipped']);

/** The bank of goods: what was there, what was promised and what has left add up, product by product and order by order. */
export function checkStock(snapshot: Snapshot): Violation[] {
  const open = sumOf(snapshot.reservations.filter((it) => it.state === 'reserved'));
  const left = sumOf(snapshot.reservations.filter((it) => it.state === 'committed'));
  return [
    ...snapshot.stock.flatMap(({ productId, onHand, reserved, supplied, committed }) => {
      const is = (wrong: boolean, text: string): Violation[] =>
        wrong ? [violation('I3', productId, text)] : [];
      return [
        ...is(reserved < 0 || reserved > onHand, `${reserved} of ${onHand} are reserved`),
        ...is(supplied !== onHand + committed, `${supplied} came, ${onHand} are here, ${committed} left`),
        ...is(
          reserved !== (open.get(productId) ?? 0),
          `${reserved} reserved, ${open.get(productId) ?? 0} promised`,
        ),
        ...is(
          committed !== (left.get(productId) ?? 0),
          `${committed} left, ${left.get(productId) ?? 0} sold`,
        ),
      ];
    }),
    ...checkReservations(snapshot),
  ];
}

function checkReservations({ orders, reservations }: Snapshot): Violation[] {
  const states = new Map(reservations.map((it) => [it.orderId, it]));
  const known = new Set(orders.map(({ id }) => id));
  const strangers = reservations.filter(({ orderId }) => !known.has(orderId));
  return [
    ...strangers.map(({ orderId }) =>
      violation('I3', orderId, 'stock is kept for an order that does not exist'),
    ),
    ...orders.flatMap(({ id, status, lines }) => {
      const reservation = states.get(id);
      if (reservation?.state === 'reserved')
        return [violation('I4', id, `is ${status}, its stock is still reserved`)];
      if (!KEPT.has(status)) return notReleased(id, status, reservation?.state);
      if (reservation?.state !== 'committed')
        return [violation('I5', id, `is ${status}, its stock is ${reservation?.state}`)];
      return sameLines(lines, reservation.lines)
        ? []
        : [violation('I5', id, 'other goods left than were ordered')];
    }),
  ];
}

/** Stock that came back because its time was over hides that nobody gave it back. */
function notReleased(id: string, status: string, state: string | undefined): Violation[] {
  if (state !== 'expired') return [];
  return [violation('I5', id, `is ${status}, and its stock was never released: it expired`)];
}

function sumOf(reservations: Snapshot['reservations']): Map<string, number> {
  const sum = new Map<string, number>();
  for (const { productId, quantity } of reservations.flatMap(({ lines }) => lines))
    sum.set(productId, (sum.get(productId) ?? 0) + quantity);
  return sum;
}

function sameLines(left: readonly Line[], right: readonly Line[]): boolean {
  const text = (lines: readonly Line[]): string =>
    JSON.stringify([...sumOf([{ orderId: '', state: '', lines: [...lines] }])].sort());
  return text(left) === text(right);
}
