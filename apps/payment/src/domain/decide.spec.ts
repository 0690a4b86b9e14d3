import { describe, expect, it } from 'vitest';
import { decide, decideAll, type PaymentCommand } from './decide.ts';
import type { PaymentEvent } from './payment-event.ts';
import { NO_PAYMENT, replay } from './payment.ts';

const amount = { amount: 1999, currency: 'EUR' };
const providerReference = 'ch_1';
const requested: PaymentEvent = { type: 'payment-requested', amount };
const authorized: PaymentEvent = { type: 'payment-authorized', amount, providerReference };
const declined: PaymentEvent = { type: 'payment-declined', amount, declineCode: 'PAYMENT.DECLINED' };
const captured: PaymentEvent = { type: 'payment-captured', amount };
const refunded: PaymentEvent = { type: 'payment-refunded', amount };
const voided: PaymentEvent = { type: 'payment-voided', amount };
const closed: PaymentEvent = { type: 'payment-voided' };
const returned: PaymentEvent = { type: 'payment-returned', amount, providerReference, by: 'void' };

const authorize: PaymentCommand = { type: 'authorize', amount, providerReference };
const request: PaymentCommand = { type: 'request', amount };
const giveBack: PaymentCommand = { type: 'return', amount, providerReference, by: 'void' };

const given = (...events: PaymentEvent[]) => ({
  when: (command: PaymentCommand) => ({
    then: (...expected: PaymentEvent[]) => expect(decide(replay(events), command)).toEqual(expected),
    refused: (code: string) =>
      expect(() => decide(replay(events), command)).toThrow(expect.objectContaining({ code })),
  }),
});

describe('authorize', () => {
  it('records the request with the outcome', () => given().when(authorize).then(requested, authorized));
  it('adds only the outcome to a request', () => given(requested).when(authorize).then(authorized));
  it('changes nothing when repeated', () => {
    given(requested, authorized).when(authorize).then();
    given(requested, authorized, captured).when(authorize).then();
    given(requested, authorized, captured, refunded).when(authorize).then();
  });
  it('is refused after a void', () => {
    given(closed).when(authorize).refused('PAYMENT.VOIDED');
    given(closed).when(request).refused('PAYMENT.VOIDED');
    given(requested, authorized, voided).when(request).refused('PAYMENT.VOIDED');
  });
  it('stays declined', () => {
    given().when({ type: 'decline', amount, declineCode: 'PAYMENT.DECLINED' }).then(requested, declined);
    given(requested, declined).when(request).refused('PAYMENT.DECLINED');
  });
  it('is refused for another amount', () =>
    given(requested)
      .when({ type: 'request', amount: { amount: 1, currency: 'EUR' } })
      .refused('PAYMENT.AMOUNT_MISMATCH'));
});

describe('capture', () => {
  it('takes what is held, once', () => {
    given(requested, authorized).when({ type: 'capture' }).then(captured);
    given(requested, authorized, captured).when({ type: 'capture' }).then();
  });
  it('is refused when nothing is held', () => {
    for (const events of [[], [requested], [requested, declined], [requested, authorized, voided], [closed]])
      given(...events)
        .when({ type: 'capture' })
        .refused('PAYMENT.NOT_AUTHORIZED');
  });
});

describe('void', () => {
  it('gives up what is held, once', () => {
    given(requested, authorized).when({ type: 'void' }).then(voided);
    given(requested, authorized, voided).when({ type: 'void' }).then();
  });
  it('closes a key that was never seen', () => {
    given().when({ type: 'void' }).then(closed);
    given(requested).when({ type: 'void' }).then(closed);
  });
  it('has nothing to do after a decline or a refund', () => {
    given(requested, declined).when({ type: 'void' }).then();
    given(requested, authorized, captured, refunded).when({ type: 'void' }).then();
  });
  it('is refused after the capture', () =>
    given(requested, authorized, captured).when({ type: 'void' }).refused('PAYMENT.ALREADY_CAPTURED'));
});

describe('refund', () => {
  it('gives back what was captured, once', () => {
    given(requested, authorized, captured).when({ type: 'refund' }).then(refunded);
    given(requested, authorized, captured, refunded).when({ type: 'refund' }).then();
  });
  it('is refused before', () =>
    given(requested, authorized).when({ type: 'refund' }).refused('PAYMENT.NOT_CAPTURED'));
});

describe('return of late money', () => {
  it('is for a void that came first, once', () => {
    given(closed).when(giveBack).then(returned);
    given(requested, closed).when(giveBack).then(returned);
    given(closed, returned).when(giveBack).then();
  });
  it('is not for money that was voided in the ordinary way', () => {
    given(requested, authorized, voided).when(giveBack).then();
    given(requested, authorized, captured).when(giveBack).then();
  });
});

it('decides several commands as one', () =>
  expect(decideAll(NO_PAYMENT, [authorize, { type: 'void' }])).toEqual([requested, authorized, voided]));
