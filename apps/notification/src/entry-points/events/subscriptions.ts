import { subscriptions } from '@tradewind/event-bus';
import type { MailBatch } from '../../application/write-mail/mail-batch.ts';

/** All that the service listens to. Nobody calls it to send: each of these facts is a mail. */
export const notificationSubscriptions = subscriptions<MailBatch>({
  'tradewind.order.v1.order-confirmed': async ({ data: { orderId, lines, total } }, mails) => {
    const bought = lines.map(({ name, quantity, lineTotal }) => ({ name, quantity, lineTotal: lineTotal! }));
    mails.add({ kind: 'order-confirmed', orderId, lines: bought, total: total! });
  },
  'tradewind.order.v1.order-rejected': async ({ data: { orderId, reasonCode } }, mails) =>
    mails.add({ kind: 'order-rejected', orderId, reasonCode }),
  'tradewind.order.v1.order-cancelled': async ({ data: { orderId, reasonCode } }, mails) =>
    mails.add({ kind: 'order-cancelled', orderId, reasonCode }),
  'tradewind.order.v1.order-shipped': async ({ data: { orderId } }, mails) =>
    mails.add({ kind: 'order-shipped', orderId }),
  'tradewind.payment.v1.payment-refunded': async ({ data: { orderId, amount } }, mails) =>
    mails.add({ kind: 'payment-refunded', orderId, amount: amount! }),
});
