import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { requireSignature } from './psp-signature.ts';

const SECRET = 'a-secret-of-the-webhooks';
const NOW = 1_800_000_000_000;
const BODY = '{"id":"evt_1"}';

function sign(body: string, at: number, secret = SECRET): string {
  const time = at / 1000;
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}

const check = (header: string | undefined) => () => requireSignature(BODY, header, SECRET, NOW);
const refused = expect.objectContaining({ code: 'PAYMENT.BAD_SIGNATURE' });

it('accepts the signature of exactly this body', () => {
  expect(check(sign(BODY, NOW))).not.toThrow();
  expect(check(sign(`${BODY} `, NOW))).toThrow(refused);
});

it('refuses another secret, no signature, and what is none', () => {
  for (const header of [sign(BODY, NOW, 'another'), undefined, '', 't=1', 'v1=00', `t=${NOW / 1000},v1=zz`])
    expect(check(header)).toThrow(refused);
});

it('refuses what is more than five minutes old or ahead', () => {
  expect(check(sign(BODY, NOW - 300_000))).not.toThrow();
  expect(check(sign(BODY, NOW - 301_000))).toThrow(refused);
  expect(check(sign(BODY, NOW + 301_000))).toThrow(refused);
});

it('does not let the time be changed', () =>
  expect(check(sign(BODY, NOW - 600_000).replace(/t=\d+/, `t=${NOW / 1000}`))).toThrow(refused));

it('accepts one of several signatures, as while the secret changes', () =>
  expect(check(`${sign(BODY, NOW, 'the old one')},v1=${sign(BODY, NOW).split('v1=')[1]}`)).not.toThrow());
