import { violation, type Snapshot, type Violation } from './snapshot.ts';

const KEPT = new Set(['confirmed', 'shipped']);

/**
 * The bank: what the provider took, what the ledger says and what orders are worth are the same money.
 * Source: the "bank" workload of Jepsen, applied to three accounts that share no transaction.
 */
export function checkMoney(snapshot: Snapshot): Violation[] {
  const provider = Map.groupBy(snapshot.provider, (it) => it.orderId);
  const postings = Map.groupBy(snapshot.postings, (it) => it.orderId);
  const charges = Map.groupBy(snapshot.charges, (it) => it.orderId);
  const known = new Set(snapshot.orders.map(({ id }) => id));
  const strangers = [...provider.keys()].filter((id) => !known.has(id));
  return [
    ...strangers.map((id) =>
      violation('I1', id, 'the provider has a charge for an order that does not exist'),
    ),
    ...snapshot.orders.flatMap(({ id, status, total }) => {
      const expected = KEPT.has(status) ? total : 0;
      const entries = provider.get(id) ?? [];
      const sum = (kind: string): number =>
        entries.filter((it) => it.kind === kind).reduce((all, it) => all + it.amount, 0);
      const net = sum('capture') - sum('refund');
      // A refund is booked against its own account, so that revenue stays what was sold.
      const booked = (postings.get(id) ?? [])
        .filter(({ account }) => account === 'revenue' || account === 'refunds')
        .reduce((all, it) => all - it.amount, 0);
      const held = (charges.get(id) ?? []).filter((it) => ['authorized', 'processing'].includes(it.status));
      const captures = entries.filter((it) => it.kind === 'capture').length;
      const is = (wrong: boolean, rule: string, text: string): Violation[] =>
        wrong ? [violation(rule, id, text)] : [];
      return [
        ...is(net !== expected, 'I1', `a ${status} order of ${total}: the provider holds ${net}`),
        ...is(booked !== expected, 'I1', `a ${status} order of ${total}: the ledger holds ${booked}`),
        ...is(captures > 1, 'I2', `was charged ${captures} times`),
        ...is(held.length > 0, 'I4', `is ${status}, and the provider still holds an authorisation`),
      ];
    }),
    ...unbalanced(snapshot),
  ];
}

/** Double entry: all postings of an order sum up to nothing. */
function unbalanced({ postings }: Snapshot): Violation[] {
  return [...Map.groupBy(postings, (it) => it.orderId)].flatMap(([id, own]) => {
    const sum = own.reduce((all, it) => all + it.amount, 0);
    return sum === 0 ? [] : [violation('I1', id, `its postings sum up to ${sum}`)];
  });
}
