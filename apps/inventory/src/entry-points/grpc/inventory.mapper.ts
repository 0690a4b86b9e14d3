import {
  ReservationState,
  type Reservation as ReservationMessage,
  type Stock,
  type StockReport,
} from '@tradewind/contracts/inventory/v1/inventory';
import type { StockLevel, StockReportData } from '../../application/ports/stock-store.ts';
import type { Reservation } from '../../domain/reservation.ts';

const STATES = {
  reserved: ReservationState.RESERVED,
  committed: ReservationState.COMMITTED,
  released: ReservationState.RELEASED,
  expired: ReservationState.EXPIRED,
} as const;

export function toReservation({ key, state, lines }: Reservation): ReservationMessage {
  return { key, state: STATES[state], lines };
}

export function toStock({ productId, onHand, reserved }: StockLevel): Stock {
  return { productId, onHand, reserved, available: onHand - reserved };
}

export function toReport(report: StockReportData): StockReport {
  const openReservations = report.openReservations.map(({ key, reservedAt }) => ({
    key,
    reservedAt: reservedAt.toISOString(),
  }));
  return { ...report, openReservations };
}
