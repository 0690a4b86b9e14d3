import { assertNever, formatMoney, type Money } from '@tradewind/kernel';
import type { MailLine, Occasion } from './occasion.ts';
import { orderNumber } from './order-number.ts';
import { reasonSentence } from './reason-sentences.ts';

export interface MailText {
  subject: string;
  /** Plain text. */
  body: string;
}

/** What the shopper reads. */
export function writeMail(occasion: Occasion, name: string): MailText {
  const { subject, paragraphs } = contentOf(occasion);
  const greeting = name.trim() === '' ? 'Hello,' : `Hello ${name.trim()},`;
  return { subject, body: [greeting, ...paragraphs, 'Your Tradewind shop'].join('\n\n') };
}

function contentOf(occasion: Occasion): { subject: string; paragraphs: string[] } {
  const number = orderNumber(occasion.orderId);
  switch (occasion.kind) {
    case 'order-confirmed':
      return {
        subject: `Your order ${number} is confirmed`,
        paragraphs: [
          `thank you for your order ${number}. We have what you ordered, and it is paid.`,
          listOf(occasion.lines, occasion.total),
          'We will write again when it is on its way.',
        ],
      };
    case 'order-rejected':
      return {
        subject: `We could not take your order ${number}`,
        paragraphs: [
          `we are sorry: your order ${number} did not go through. ${reasonSentence(occasion.reasonCode)}`,
          'You have not been charged; money that was set aside is released.',
        ],
      };
    case 'order-cancelled':
      return {
        subject: `Your order ${number} is cancelled`,
        paragraphs: [
          `your order ${number} is cancelled. ${reasonSentence(occasion.reasonCode)}`,
          'If you have paid for it already, you get the money back.',
        ],
      };
    case 'order-shipped':
      return {
        subject: `Your order ${number} is on its way`,
        paragraphs: [`your order ${number} has left our house and is on its way to you.`],
      };
    case 'payment-refunded':
      return {
        subject: `Your money for order ${number} is on its way back`,
        paragraphs: [
          `we have returned ${amountOf(occasion.amount)} for your order ${number}. Until you see it on your account it may take a few days.`,
        ],
      };
    default:
      return assertNever(occasion);
  }
}

function listOf(lines: readonly MailLine[], total: Money): string {
  const rows = lines.map(
    ({ quantity, name, lineTotal }) => `  ${quantity} × ${name}: ${amountOf(lineTotal)}`,
  );
  return [...rows, `  Total: ${amountOf(total)}`].join('\n');
}

function amountOf(money: Money): string {
  return formatMoney(money, 'en');
}
