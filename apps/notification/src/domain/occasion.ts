import type { Money } from '@tradewind/kernel';

export interface MailLine {
  name: string;
  quantity: number;
  lineTotal: Money;
}

/** What happened to an order that a shopper should hear of. */
export type Occasion =
  | { kind: 'order-confirmed'; orderId: string; lines: readonly MailLine[]; total: Money }
  | { kind: 'order-rejected'; orderId: string; reasonCode: string }
  | { kind: 'order-cancelled'; orderId: string; reasonCode: string }
  | { kind: 'order-shipped'; orderId: string }
  | { kind: 'payment-refunded'; orderId: string; amount: Money };

export type MailKind = Occasion['kind'];
