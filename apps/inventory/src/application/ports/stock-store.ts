import type { Reservation, ReserveResult } from '../../domain/reservation.ts';
import type { KeyRange } from '@tradewind/kernel';
import type { StockLine } from '../../domain/stock-line.ts';

export interface StockLevel {
  productId: string;
  onHand: number;
  reserved: number;
}

export interface StockReportData {
  totalOnHand: number;
  totalReserved: number;
  totalCommitted: number;
  differences: { productId: string; rule: string; detail: string }[];
  openReservations: { key: string; reservedAt: Date }[];
  committedKeys: string[];
}

/** The port to what is durable. Each change is one transaction with its events, and idempotent by its key. */
export abstract class StockStore {
  /** All lines or none. */
  abstract reserve(key: string, lines: StockLine[]): Promise<ReserveResult>;
  /** Remembers an unknown key as released, so that a late reserve finds it closed. */
  abstract release(key: string): Promise<Reservation>;
  /** Takes up again what has expired, if it is still there. Undefined: the key is unknown. */
  abstract commit(key: string): Promise<Reservation | undefined>;
  /** Gives back what nobody has decided about in time, a bounded number at once. @returns how many */
  abstract expire(): Promise<number>;
  /** False: the key was seen before. */
  abstract restock(key: string, lines: StockLine[]): Promise<boolean>;
  abstract levels(productIds: readonly string[]): Promise<StockLevel[]>;
  /** @param keys whose reservations are listed; sums are of all */
  abstract report(limit: number, keys: KeyRange): Promise<StockReportData>;
}
