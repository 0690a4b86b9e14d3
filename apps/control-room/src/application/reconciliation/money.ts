import { atRest, netAtProvider, type Difference, type Picture } from './picture.ts';

export function moneyAgrees(picture: Picture): Difference[] {
  const net = netAtProvider(picture.provider);
  const ledger = new Map<string, number>();
  for (const { key, account, amount } of picture.postings) {
    // A refund is booked against its own account, so that revenue stays what was sold.
    if (account === 'revenue' || account === 'refunds') ledger.set(key, (ledger.get(key) ?? 0) - amount);
  }
  return atRest(picture).flatMap(({ orderId, status, amount }) => {
    const expected = status === 'confirmed' || status === 'shipped' ? amount : 0;
    const found = { provider: net.get(orderId) ?? 0, ledger: ledger.get(orderId) ?? 0 };
    const agrees = found.provider === expected && found.ledger === expected;
    return agrees ? [] : [{ subject: orderId, expected: String(expected), found: JSON.stringify(found) }];
  });
}

export function chargedOnce({ provider }: Picture): Difference[] {
  const captures = Map.groupBy(
    provider.filter((entry) => entry.kind === 'capture'),
    (entry) => entry.orderId,
  );
  return [...captures]
    .filter(([, entries]) => entries.length > 1)
    .map(([orderId, entries]) => ({
      subject: orderId,
      expected: '1 capture',
      found: `${entries.length} captures`,
    }));
}
