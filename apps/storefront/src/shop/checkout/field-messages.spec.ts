import { expect, it } from 'vitest';
import { fieldMessages } from './field-messages.ts';

it('groups messages by field, however the field is written', () => {
  const errors = [
    { field: 'email', message: 'is needed' },
    { field: '/shippingAddress/city', message: 'is needed' },
    { field: 'shippingAddress.city', message: 'is too long' },
  ];
  expect(fieldMessages(errors)).toEqual({
    email: ['is needed'],
    'shippingAddress.city': ['is needed', 'is too long'],
  });
});
