import { Command } from '@nestjs/cqrs';
import type { FieldProblem } from '@tradewind/cqrs';
import { isUuid, type Money } from '@tradewind/kernel';
import type { Product } from '../../domain/product.ts';
import { isAmount } from '../upsert-products/upsert-problems.ts';

export class ChangePrice extends Command<Product> {
  constructor(
    readonly productId: string,
    readonly price: Money,
  ) {
    super();
  }

  problems(): FieldProblem[] {
    const { amount, currency } = this.price;
    return [
      ...(isUuid(this.productId) ? [] : [{ field: 'productId', message: 'must be a UUID' }]),
      ...(isAmount(amount) ? [] : [{ field: 'price.amount', message: 'must be a whole number, 0 or more' }]),
      ...(/^[A-Z]{3}$/.test(currency)
        ? []
        : [{ field: 'price.currency', message: 'must be an ISO 4217 code' }]),
    ];
  }
}
