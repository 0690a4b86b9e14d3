import { AppError } from '@tradewind/kernel';
import type { StockLine } from './stock-line.ts';

/** `expired`: nobody said in time what becomes of it, so its goods went back to the others. */
export type ReservationState = 'reserved' | 'committed' | 'released' | 'expired';

export interface Reservation {
  key: string;
  state: ReservationState;
  lines: StockLine[];
}

/** What an attempt to reserve found. */
export type ReserveResult =
  | { kind: 'reserved'; reservation: Reservation }
  | { kind: 'already'; reservation: Reservation }
  | { kind: 'out-of-stock'; productIds: string[] }
  | { kind: 'unknown-product'; productIds: string[] };

/** @throws what the result means to the caller, unless the goods are reserved */
export function requireReserved(result: ReserveResult): Reservation {
  switch (result.kind) {
    case 'reserved':
      return result.reservation;
    case 'already':
      if (result.reservation.state === 'released') throw reservationClosed(result.reservation.key);
      return result.reservation;
    case 'out-of-stock':
      throw new AppError('refused', 'INVENTORY.OUT_OF_STOCK', 'not enough of it is left', {
        details: { productIds: result.productIds },
      });
    case 'unknown-product':
      throw new AppError('refused', 'INVENTORY.UNKNOWN_PRODUCT', 'a product is not known here', {
        details: { productIds: result.productIds },
      });
  }
}

function reservationClosed(key: string): AppError {
  return new AppError(
    'refused',
    'INVENTORY.RESERVATION_CLOSED',
    `the reservation ${key} was released before`,
  );
}

/** Paid for, and sold to somebody else meanwhile: a person must decide. */
function soldOut(key: string): AppError {
  return new AppError(
    'refused',
    'INVENTORY.EXPIRED_SOLD_OUT',
    `the reservation ${key} had expired, and not enough is left to take it up again`,
  );
}

/**
 * The reservation whose goods have left.
 * @throws AppError INVENTORY.UNKNOWN_RESERVATION, INVENTORY.RESERVATION_CLOSED, INVENTORY.EXPIRED_SOLD_OUT
 */
export function requireCommitted(key: string, reservation: Reservation | undefined): Reservation {
  if (!reservation) throw unknownReservation(key);
  if (reservation.state === 'released') throw reservationClosed(key);
  if (reservation.state === 'expired') throw soldOut(key);
  return reservation;
}

function unknownReservation(key: string): AppError {
  return new AppError('refused', 'INVENTORY.UNKNOWN_RESERVATION', `there is no reservation ${key}`);
}
