import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireReserved, type Reservation } from '../../domain/reservation.ts';
import { normalizeLines } from '../../domain/stock-line.ts';
import { StockStore } from '../ports/stock-store.ts';
import { ReserveStock } from './reserve-stock.command.ts';

@CommandHandler(ReserveStock)
export class ReserveStockHandler implements ICommandHandler<ReserveStock> {
  constructor(private readonly stock: StockStore) {}

  async execute({ key, lines }: ReserveStock): Promise<Reservation> {
    return requireReserved(await this.stock.reserve(key, normalizeLines(lines)));
  }
}
