import type { IdempotencyCase } from './idempotency-cases.ts';

const first = { answer: { status: 201, replayed: false } };
const again = { answer: { status: 201, same: 1, replayed: true } };
const malformed = { answer: { status: 400, code: 'IDEMPOTENCY.KEY_MALFORMED' } };
const reused = { answer: { status: 422, code: 'IDEMPOTENCY.KEY_REUSED' } };

/** What is refused, and what a refusal leaves behind: nothing. */
export const errorCases: IdempotencyCase[] = [
  {
    rule: 'Without a key no order is placed.',
    sources: ['draft 2.7', 'rides spec/api_spec.rb'],
    choice: 'Stripe and Spree make the key optional. An order costs money, so it must be there.',
    requests: [{ key: null, answer: { status: 400, code: 'IDEMPOTENCY.KEY_MISSING' } }],
    orders: 0,
  },
  {
    rule: 'An empty key is a missing one.',
    sources: ['rides spec/api_spec.rb'],
    requests: [{ key: '', answer: { status: 400, code: 'IDEMPOTENCY.KEY_MISSING' } }],
    orders: 0,
  },
  {
    rule: 'A key of more than 255 characters is refused, not cut.',
    sources: ['stripe'],
    requests: [{ key: '256 characters', ...malformed }],
    orders: 0,
  },
  {
    rule: 'Quotes that do not close, escapes that escape nothing, and parameters are refused.',
    sources: ['draft 2.1 (RFC 8941, 3.3.3)'],
    choice:
      'The draft’s items may carry parameters, which say nothing here. Who sends one expects something of it, so it is refused.',
    requests: [
      { key: '"KEY', ...malformed },
      { key: '"KEY\\n"', ...malformed },
      { key: '"KEY" x', ...malformed },
      { key: '"KEY";a=1', ...malformed },
      { key: '""', ...malformed },
    ],
    orders: 0,
  },
  {
    rule: 'A key has no white space and nothing outside of ASCII, in quotes or not.',
    sources: ['draft 2.1'],
    choice:
      'The draft allows spaces in a string. Proxies and clients fold them differently, so we refuse them and say so.',
    requests: [
      { key: 'KEY 1', ...malformed },
      { key: '"KEY 1"', ...malformed },
      { key: 'KEYü', ...malformed },
    ],
    orders: 0,
  },
  {
    rule: 'Two keys are no key.',
    sources: ['draft 2.1'],
    requests: [{ key: 'KEY, KEY2', ...malformed }],
    orders: 0,
  },
  {
    rule: 'A key that was used for another request is refused, and the first answer stays what it was.',
    sources: ['draft 2.7', 'stripe', 'spree How It Works', 'rides spec/api_spec.rb'],
    choice:
      'The draft and Spree say 422, rocket-rides-atomic says 409, Stripe has an error type of its own. We follow the draft.',
    requests: [first, { city: 'Porto', ...reused }, { token: 'tok_slow', ...reused }, again],
    orders: 1,
  },
  {
    rule: 'While the first request runs, the same is refused, to be sent again; the first goes on, and is repeated later.',
    sources: ['draft 2.6', 'draft 2.7', 'rides spec/api_spec.rb'],
    requests: [
      { token: 'tok_slow', ...first },
      { token: 'tok_slow', meanwhile: true, answer: { status: 409, code: 'IDEMPOTENCY.KEY_IN_USE' } },
      { token: 'tok_slow', ...again },
    ],
    orders: 1,
  },
  {
    rule: 'While the first request runs, another under its key is refused as such: waiting would not help.',
    sources: ['draft 2.7'],
    choice: 'Both 409 and 422 would be true; 422 says what to change.',
    requests: [
      { token: 'tok_slow', ...first },
      { token: 'tok_slow', city: 'Porto', meanwhile: true, ...reused },
    ],
    orders: 1,
  },
  {
    rule: 'A request that failed validation has not used its key.',
    sources: ['stripe'],
    requests: [
      { body: 'without e-mail', answer: { status: 422, code: 'VALIDATION.FAILED' } },
      { body: 'no JSON', answer: { status: 400, code: 'REQUEST.NOT_JSON' } },
      { token: 'tok_nobody_knows', answer: { status: 422, code: 'PAYMENT.UNKNOWN_TOKEN' } },
      first,
    ],
    orders: 1,
  },
  {
    rule: 'Nor has one for which there was nothing to order.',
    sources: ['stripe'],
    requests: [
      { after: 'the cart was emptied', answer: { status: 422, code: 'CART.EMPTY' } },
      { after: 'the cart was filled', ...first },
    ],
    orders: 1,
  },
];
