import type { IdempotencyCase } from './idempotency-cases.ts';

const first = { answer: { status: 201, replayed: false } };
const again = { answer: { status: 201, same: 1, replayed: true } };

/** What a request with a key that was used before is answered. */
export const repeatCases: IdempotencyCase[] = [
  {
    rule: 'A new key is an ordinary request.',
    sources: ['draft 2.6', 'spree How It Works'],
    requests: [first],
    orders: 1,
  },
  {
    rule: 'Repeated, it gets the first status and body again, with `Idempotency-Replayed: true`; nothing is done.',
    sources: ['draft 2.6', 'stripe', 'spree How It Works', 'rides spec/api_spec.rb'],
    choice:
      'The header that marks a replay is called Idempotent-Replayed by Spree and others, Idempotency-Replayed by us; no standard names it.',
    requests: [first, again, again],
    orders: 1,
  },
  {
    rule: 'It needs nothing that the first request needed: the cart may have been emptied by the order itself.',
    sources: ['stripe'],
    requests: [first, { after: 'the cart was emptied', ...again }],
    orders: 1,
  },
  {
    rule: 'What was answered stays answered, also when the order has changed since.',
    sources: ['stripe'],
    requests: [first, { after: 'the order was cancelled', ...again }],
    orders: 1,
  },
  {
    rule: 'A first answer "pending" stays "pending"; the order itself is found under its location.',
    sources: ['stripe'],
    requests: [
      { wait: 0, answer: { status: 202 } },
      { wait: 0, answer: { status: 202, same: 1, replayed: true } },
    ],
    orders: 1,
  },
  {
    rule: 'How long a request is willing to wait is no part of what it asks for.',
    sources: ['draft 2.4'],
    requests: [
      { wait: 0, answer: { status: 202 } },
      { wait: 30, answer: { status: 202, same: 1, replayed: true } },
    ],
    orders: 1,
  },
  {
    rule: 'A result that is a refusal is a result: a declined order is repeated as declined.',
    sources: ['stripe', 'rides spec/api_spec.rb, "stores results for a permanent failure"'],
    requests: [
      { token: 'tok_declined', ...first },
      { token: 'tok_declined', ...again },
    ],
    orders: 1,
  },
  {
    rule: 'The same values in another order are the same request: what is compared is what the request means.',
    sources: ['draft 2.4', 'stripe'],
    requests: [first, { body: 'fields in another order', ...again }],
    orders: 1,
  },
  {
    rule: 'A key belongs to one shopper: another may use the same.',
    sources: ['rides schema.sql (unique by user and key)', 'draft 5'],
    requests: [first, { shopper: 2, ...first }],
    orders: 2,
  },
  {
    rule: 'Other operations ignore the header.',
    sources: ['stripe (GET and DELETE)', 'spree Supported Endpoints'],
    choice:
      'Spree takes keys on cart operations, too. Here only placing an order takes one; what is in the cart is seen before it is paid.',
    requests: [
      first,
      { operation: 'read the orders', answer: { status: 200, replayed: false } },
      { operation: 'add to the cart', answer: { status: 200, replayed: false } },
    ],
    orders: 1,
  },
  {
    rule: 'A key in quotes and the same key without them are one key.',
    sources: ['draft 2.1', 'stripe'],
    choice:
      'The draft wants a structured-field string, in quotes; Stripe, Spree and nearly every client send it bare. We take both, and what is between the quotes is the key.',
    requests: [
      { key: 'KEY', ...first },
      { key: '"KEY"', ...again },
    ],
    orders: 1,
  },
  {
    rule: 'Within quotes a backslash escapes a quote or a backslash.',
    sources: ['draft 2.1 (RFC 8941, 3.3.3)'],
    requests: [
      { key: 'KEY"\\', ...first },
      { key: '"KEY\\"\\\\"', ...again },
    ],
    orders: 1,
  },
  {
    rule: 'Upper and lower case differ.',
    sources: ['draft 2.1'],
    requests: [
      { key: 'KEYa', ...first },
      { key: 'KEYA', after: 'the cart was filled', ...first },
    ],
    orders: 2,
  },
  {
    rule: 'A key may be short: how unique it is, is the client’s business.',
    sources: ['draft 2.2', 'rides api.rb (IDEMPOTENCY_KEY_MIN_LENGTH)'],
    choice: 'rocket-rides-atomic asks for 20 characters at least; the draft and Stripe do not, nor do we.',
    requests: [
      { key: 'k', ...first },
      { key: 'k', ...again },
    ],
    orders: 1,
  },
  {
    rule: 'A key may have 255 characters.',
    sources: ['stripe'],
    requests: [
      { key: '255 characters', ...first },
      { key: '255 characters', ...again },
    ],
    orders: 1,
  },
];
