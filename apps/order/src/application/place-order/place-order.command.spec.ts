import { expect, it } from 'vitest';
import { PlaceOrder } from './place-order.command.ts';

const good: PlaceOrder['props'] = {
  shopperId: 'ada',
  idempotencyKey: 'key-1',
  requestHash: 'a'.repeat(64),
  email: 'ada@example.com',
  shippingAddress: { name: 'Ada', line1: 'Street 1', city: 'Bergen', postalCode: '5003', country: 'NO' },
  paymentToken: 'tok_ok',
  wait: 0,
};
const wrongFields = (props: Partial<PlaceOrder['props']>): string[] =>
  new PlaceOrder({ ...good, ...props }).problems().map(({ field }) => field);

it('takes a good order', () => {
  expect(wrongFields({})).toEqual([]);
  expect(wrongFields({ idempotencyKey: '~'.repeat(255), wait: 30_000 })).toEqual([]);
});

it.each<[keyof PlaceOrder['props'], unknown[]]>([
  ['shopperId', ['']],
  ['idempotencyKey', ['', ' ', 'ü', 'a b', 'x'.repeat(256), 'a\n']],
  ['requestHash', ['', 'A'.repeat(64), 'a'.repeat(63)]],
  ['email', ['', 'ada', 'ada@', '@example.com', 'a da@example.com', 'a@b@c']],
  ['wait', [-1, 30_001]],
])('names %s when it is wrong', (field, values) => {
  for (const value of values) expect(wrongFields({ [field]: value }), JSON.stringify(value)).toEqual([field]);
});

it('names everything that is wrong at once', () => {
  expect(wrongFields({ shopperId: '', email: 'x', wait: -1 })).toEqual(['shopperId', 'email', 'wait']);
});
