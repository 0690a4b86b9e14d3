import { describe, expect, it } from 'vitest';
import { alreadyCaptured } from '../domain/payment-errors.ts';
import { requireDone, toAuthorizationOutcome, toNews, toProviderCharge } from './psp-vocabulary.ts';

const key = '01a20975-1383-7678-bd71-43a772812204';
const charge = { id: 'ch_1', reference: key, amount: 700, currency: 'EUR', status: 'authorized' };
const refusal = (code: string) => ({ error: { code, message: '' } });
const code = (value: string) => expect.objectContaining({ code: value });

describe('an answer to a new charge', () => {
  it('is an authorization, a decline, or not known yet', () => {
    expect(toAuthorizationOutcome({ status: 201, body: charge })).toEqual({
      kind: 'authorized',
      providerReference: 'ch_1',
    });
    const failed = (failureCode: string) => ({ ...charge, status: 'failed', failure_code: failureCode });
    expect(toAuthorizationOutcome({ status: 402, body: failed('insufficient_funds') })).toEqual({
      kind: 'declined',
      declineCode: 'PAYMENT.INSUFFICIENT_FUNDS',
    });
    expect(toAuthorizationOutcome({ status: 402, body: failed('stolen_card') })).toEqual({
      kind: 'declined',
      declineCode: 'PAYMENT.DECLINED',
    });
    expect(toAuthorizationOutcome({ status: 409, body: refusal('processing') }).kind).toBe('unknown');
    const processing = { ...charge, status: 'processing' };
    expect(toAuthorizationOutcome({ status: 201, body: processing }).kind).toBe('unknown');
  });

  it('names an unknown token, and our own mistakes as what they are', () => {
    expect(() => toAuthorizationOutcome({ status: 400, body: refusal('unknown_token') })).toThrow(
      code('PAYMENT.UNKNOWN_TOKEN'),
    );
    expect(() => toAuthorizationOutcome({ status: 422, body: refusal('idempotency_mismatch') })).toThrow(
      code('PAYMENT.PROVIDER_REFUSED'),
    );
  });
});

it('a change that the charge does not allow is told in our words', () => {
  expect(() => requireDone({ status: 200, body: charge }, alreadyCaptured)).not.toThrow();
  expect(() => requireDone({ status: 409, body: refusal('charge_captured') }, alreadyCaptured)).toThrow(
    code('PAYMENT.ALREADY_CAPTURED'),
  );
  expect(() => requireDone({ status: 404, body: refusal('unknown_charge') }, alreadyCaptured)).toThrow(
    code('PAYMENT.PROVIDER_REFUSED'),
  );
});

it('what the provider holds for an order', () => {
  expect(toProviderCharge({ status: 200, body: { data: [] } })).toBeUndefined();
  expect(toProviderCharge({ status: 200, body: { data: [charge] } })).toEqual({
    providerReference: 'ch_1',
    status: 'authorized',
    amount: { amount: 700, currency: 'EUR' },
  });
});

describe('news', () => {
  const webhook = (changes: object) =>
    JSON.stringify({ id: 'evt_1', type: 'charge.authorized', data: { charge: { ...charge, ...changes } } });

  it('is about a payment of ours', () =>
    expect(toNews(webhook({}))).toMatchObject({
      id: 'evt_1',
      key,
      kind: 'authorized',
      providerReference: 'ch_1',
    }));
  it('of others is left alone', () =>
    expect(toNews(webhook({ reference: 'somebody else' }))).toBeUndefined());
  it('in another form is refused', () => {
    for (const body of ['', '{', '{}', webhook({ amount: '700' }), webhook({ status: 'lost' })])
      expect(() => toNews(body)).toThrow(code('PAYMENT.BAD_NEWS'));
  });
});
