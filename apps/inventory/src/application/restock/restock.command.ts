import { Command } from '@nestjs/cqrs';
import type { StockLine } from '../../domain/stock-line.ts';

/** Goods came in; a key that was seen before changes nothing. Answers whether it did. */
export class Restock extends Command<boolean> {
  constructor(
    readonly key: string,
    readonly lines: StockLine[],
  ) {
    super();
  }
}
