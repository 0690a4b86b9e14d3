import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { requireCommitted, type Reservation } from '../../domain/reservation.ts';
import { StockStore } from '../ports/stock-store.ts';
import { CommitStock } from './commit-stock.command.ts';

@CommandHandler(CommitStock)
export class CommitStockHandler implements ICommandHandler<CommitStock> {
  constructor(private readonly stock: StockStore) {}

  async execute({ key }: CommitStock): Promise<Reservation> {
    return requireCommitted(key, await this.stock.commit(key));
  }
}
