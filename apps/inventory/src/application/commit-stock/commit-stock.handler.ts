import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { reservationClosed, unknownReservation, type Reservation } from '../../domain/reservation.ts';
import { StockStore } from '../ports/stock-store.ts';
import { CommitStock } from './commit-stock.command.ts';

@CommandHandler(CommitStock)
export class CommitStockHandler implements ICommandHandler<CommitStock> {
  constructor(private readonly stock: StockStore) {}

  async execute({ key }: CommitStock): Promise<Reservation> {
    const reservation = await this.stock.commit(key);
    if (!reservation) throw unknownReservation(key);
    if (reservation.state === 'released') throw reservationClosed(key);
    return reservation;
  }
}
