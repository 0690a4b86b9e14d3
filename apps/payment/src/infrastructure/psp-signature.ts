import { createHmac, timingSafeEqual } from 'node:crypto';
import { AppError } from '@tradewind/kernel';

/** An older (or younger) message is refused: whoever recorded one cannot play it again later. */
const TOLERANCE = 5 * 60;

/**
 * `t=<unix seconds>,v1=<hex HMAC-SHA256 of "t.body">`, compared in constant time. A header may hold several v1, as it does
 * while the secret is changed; one that fits is enough.
 * Source: Stripe, "Verify webhook signatures manually", docs.stripe.com/webhooks.
 * @throws AppError PAYMENT.BAD_SIGNATURE
 */
export function requireSignature(
  body: string,
  header: string | undefined,
  secret: string,
  now: number,
): void {
  const parts = (header ?? '').split(',').map((part) => part.split('=', 2));
  const time = parts.find(([name]) => name === 't')?.[1] ?? '';
  if (!/^\d{1,12}$/.test(time)) throw badSignature('has no time');
  const expected = createHmac('sha256', secret).update(`${time}.${body}`).digest();
  const given = parts.filter(([name]) => name === 'v1').map(([, hex]) => Buffer.from(hex ?? '', 'hex'));
  if (!given.some((it) => it.length === expected.length && timingSafeEqual(it, expected)))
    throw badSignature('does not fit');
  if (Math.abs(now / 1000 - Number(time)) > TOLERANCE) throw badSignature('is too old');
}

function badSignature(why: string): AppError {
  return new AppError('forbidden', 'PAYMENT.BAD_SIGNATURE', `the signature ${why}`);
}
