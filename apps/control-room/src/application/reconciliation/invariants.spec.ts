import { describe, expect, it } from 'vitest';
import { invariants, type Picture } from './invariants.ts';

const fact = {
  orderId: 'o1',
  status: 'confirmed',
  amount: 500,
  currency: 'EUR',
  sagaState: 'done',
  placedAt: '2026-01-01T00:00:00Z',
};
const sound: Picture = {
  at: Date.parse('2026-01-01T01:00:00Z'),
  facts: [fact],
  provider: [
    { orderId: 'o1', kind: 'authorization', amount: 500, currency: 'EUR', at: '' },
    { orderId: 'o1', kind: 'capture', amount: 500, currency: 'EUR', at: '' },
  ],
  postings: [
    {
      sequence: 1,
      key: 'o1',
      kind: 'capture',
      account: 'provider:receivable',
      amount: 500,
      currency: 'EUR',
      at: '',
    },
    { sequence: 2, key: 'o1', kind: 'capture', account: 'revenue', amount: -500, currency: 'EUR', at: '' },
  ],
  stock: {
    totalOnHand: 1,
    totalReserved: 0,
    totalCommitted: 1,
    differences: [],
    openReservations: [],
    committedKeys: ['o1'],
  },
  mails: [{ orderId: 'o1', kind: 'order-confirmed' }],
};

function broken(picture: Partial<Picture>): string[] {
  const whole = { ...sound, ...picture };
  return invariants.filter((it) => it.check(whole).length > 0).map((it) => it.id);
}

describe('reconciliation', () => {
  it('finds nothing in a sound picture', () => {
    expect(broken({})).toEqual([]);
  });

  it('finds a confirmed order without money', () => {
    expect(broken({ provider: [] })).toEqual(['I1', 'I5']);
  });

  it('finds a ledger that disagrees with the provider', () => {
    expect(broken({ postings: [] })).toEqual(['I1']);
  });

  it('finds a double charge', () => {
    expect(broken({ provider: [...sound.provider, sound.provider[1]!] })).toEqual(['I1', 'I2']);
  });

  it('finds money that was kept for a rejected order', () => {
    const mails = [{ orderId: 'o1', kind: 'order-rejected' }];
    expect(broken({ facts: [{ ...fact, status: 'rejected' }], mails })).toEqual(['I1', 'I5']);
  });

  it('finds an order that never came to rest, and a reservation that nobody works for', () => {
    expect(broken({ facts: [{ ...fact, sagaState: 'running' }] })).toEqual(['I4']);
    const openReservations = [{ key: 'lost', reservedAt: '2026-01-01T00:00:00Z' }];
    expect(broken({ stock: { ...sound.stock, openReservations } })).toEqual(['I4']);
  });

  it('finds a confirmed order whose goods never left', () => {
    expect(broken({ stock: { ...sound.stock, committedKeys: [] } })).toEqual(['I5']);
  });

  it('finds a mail that is missing, and one that was sent twice', () => {
    expect(broken({ mails: [] })).toEqual(['I7']);
    expect(broken({ mails: [...sound.mails, ...sound.mails] })).toEqual(['I7']);
  });

  it('gives an order that was just placed its time', () => {
    expect(broken({ at: Date.parse(fact.placedAt) + 1_000, provider: [], mails: [] })).toEqual([]);
  });
});
