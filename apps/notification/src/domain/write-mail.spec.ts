import { expect, test } from 'vitest';
import type { MailKind, Occasion } from './occasion.ts';
import { writeMail } from './write-mail.ts';

const orderId = '019cada8-5095-75c9-a625-97947707591a';
const eur = (amount: number) => ({ amount, currency: 'EUR' });
const lines = [
  { name: 'Santoku, 17 cm', quantity: 2, lineTotal: eur(27_800) },
  { name: 'Tagine, 28 cm', quantity: 1, lineTotal: eur(6_900) },
];

const occasions: Record<MailKind, Occasion> = {
  'order-confirmed': { kind: 'order-confirmed', orderId, lines, total: eur(34_700) },
  'order-rejected': { kind: 'order-rejected', orderId, reasonCode: 'INVENTORY.OUT_OF_STOCK' },
  'order-cancelled': { kind: 'order-cancelled', orderId, reasonCode: 'ORDER.CANCELLED_BY_SHOPPER' },
  'order-shipped': { kind: 'order-shipped', orderId },
  'payment-refunded': { kind: 'payment-refunded', orderId, amount: eur(34_700) },
};

test('the confirmation lists what was bought and what it cost', () => {
  expect(writeMail(occasions['order-confirmed'], 'Ada')).toEqual({
    subject: 'Your order 7707591A is confirmed',
    body: [
      'Hello Ada,',
      '',
      'thank you for your order 7707591A. We have what you ordered, and it is paid.',
      '',
      '  2 × Santoku, 17 cm: €278.00',
      '  1 × Tagine, 28 cm: €69.00',
      '  Total: €347.00',
      '',
      'We will write again when it is on its way.',
      '',
      'Your Tradewind shop',
    ].join('\n'),
  });
});

test('amounts have the decimals of their currency', () => {
  const yen: Occasion = { kind: 'payment-refunded', orderId, amount: { amount: 500, currency: 'JPY' } };
  expect(writeMail(yen, '').body).toContain('¥500 ');
});

test.each(Object.values(occasions))('$kind: names the order, greets, and shows no code', (occasion) => {
  const { subject, body } = writeMail(occasion, 'Ada');
  expect(subject).toContain('7707591A');
  expect(body).toContain('7707591A');
  expect(body.startsWith('Hello Ada,')).toBe(true);
  expect(subject + body).not.toMatch(/[A-Z]+\.[A-Z_]+|undefined|\bnull\b/);
});

test.each([
  ['INVENTORY.OUT_OF_STOCK', /sold out/],
  ['PAYMENT.DECLINED', /declined/],
  ['PAYMENT.INSUFFICIENT_FUNDS', /not enough money/],
  ['PAYMENT.UNAVAILABLE', /try again/],
  ['SOMETHING.NEW', /on our side/],
])('%s becomes a sentence', (reasonCode, sentence) => {
  const { body } = writeMail({ kind: 'order-rejected', orderId, reasonCode }, 'Ada');
  expect(body).toMatch(sentence);
  expect(body).not.toContain(reasonCode);
});

test('without a name it greets all the same', () => {
  expect(writeMail(occasions['order-shipped'], ' ').body.startsWith('Hello,\n')).toBe(true);
});
