import { AppError } from '@tradewind/kernel';

/** Which payment tokens the shop takes. A token that nobody knows is refused before there is an order. */
export class PaymentTokens {
  private readonly known: ReadonlySet<string>;

  constructor(known: readonly string[]) {
    this.known = new Set(known);
  }

  /** @throws AppError PAYMENT.UNKNOWN_TOKEN */
  require(token: string): void {
    if (this.known.has(token)) return;
    throw new AppError('invalid', 'PAYMENT.UNKNOWN_TOKEN', 'this payment token is not known');
  }
}
