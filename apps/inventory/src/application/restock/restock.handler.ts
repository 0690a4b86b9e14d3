import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { normalizeLines } from '../../domain/stock-line.ts';
import { StockStore } from '../ports/stock-store.ts';
import { Restock } from './restock.command.ts';

@CommandHandler(Restock)
export class RestockHandler implements ICommandHandler<Restock> {
  constructor(private readonly stock: StockStore) {}

  async execute({ key, lines }: Restock): Promise<boolean> {
    return this.stock.restock(key, normalizeLines(lines, 0));
  }
}
