import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Reservation } from '../../domain/reservation.ts';
import { StockStore } from '../ports/stock-store.ts';
import { ReleaseStock } from './release-stock.command.ts';

@CommandHandler(ReleaseStock)
export class ReleaseStockHandler implements ICommandHandler<ReleaseStock> {
  constructor(private readonly stock: StockStore) {}

  execute({ key }: ReleaseStock): Promise<Reservation> {
    return this.stock.release(key);
  }
}
