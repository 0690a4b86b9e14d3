import { expect, it } from 'vitest';
import { requireReserved, type Reservation, type ReservationState } from './reservation.ts';

const reservation = (state: ReservationState): Reservation => ({ key: 'k', state, lines: [] });

it.each(['reserved', 'committed'] as const)('a key that is %s already has what it asks for', (state) => {
  expect(requireReserved({ kind: 'already', reservation: reservation(state) }).state).toBe(state);
});

it('a key that was released is closed', () => {
  expect(() => requireReserved({ kind: 'already', reservation: reservation('released') })).toThrow(
    expect.objectContaining({ code: 'INVENTORY.RESERVATION_CLOSED', kind: 'refused', retryable: false }),
  );
});

it.each([
  ['out-of-stock', 'INVENTORY.OUT_OF_STOCK'],
  ['unknown-product', 'INVENTORY.UNKNOWN_PRODUCT'],
] as const)('%s is a refusal that names the products', (kind, code) => {
  expect(() => requireReserved({ kind, productIds: ['p'] })).toThrow(
    expect.objectContaining({ code, kind: 'refused', retryable: false, details: { productIds: ['p'] } }),
  );
});
