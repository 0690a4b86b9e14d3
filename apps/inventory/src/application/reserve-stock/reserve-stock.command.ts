import { Command } from '@nestjs/cqrs';
import type { Reservation } from '../../domain/reservation.ts';
import type { StockLine } from '../../domain/stock-line.ts';

/** Takes all lines or none, under the order's id as key. */
export class ReserveStock extends Command<Reservation> {
  constructor(
    readonly key: string,
    readonly lines: StockLine[],
  ) {
    super();
  }
}
