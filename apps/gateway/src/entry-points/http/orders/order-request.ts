import { createHash } from 'node:crypto';
import { AppError } from '@tradewind/kernel';
import type { FastifyRequest } from 'fastify';

const LONGEST_WAIT = 30;

/**
 * The `Idempotency-Key` header: 1 to 255 visible ASCII characters, bare (as most clients send it) or as a quoted string.
 * Source: IETF draft "The Idempotency-Key HTTP Header Field", section 2.1; Stripe's API for the length. The cases are listed
 * in docs/idempotency.md.
 */
export function idempotencyKeyOf(request: FastifyRequest): string {
  // Sent twice, Node joins the values with a comma and a space, which no key has.
  const header = request.headers['idempotency-key'];
  if (header === undefined || header === '') {
    throw new AppError('invalid', 'IDEMPOTENCY.KEY_MISSING', 'the header Idempotency-Key is required');
  }
  const key = unquoted(String(header));
  if (key === undefined || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new AppError(
      'invalid',
      'IDEMPOTENCY.KEY_MALFORMED',
      'Idempotency-Key must be 1 to 255 visible ASCII characters, bare or in quotes',
    );
  }
  return key;
}

/** What a quoted string says (RFC 9651, section 3.3.3); undefined when its quotes or escapes are broken. */
function unquoted(header: string): string | undefined {
  if (!header.startsWith('"')) return header;
  const inner = /^"((?:[^"\\]|\\["\\])*)"$/.exec(header)?.[1];
  return inner?.replaceAll(/\\(["\\])/g, '$1');
}

/** Milliseconds of `Prefer: wait=N` (RFC 7240, section 4.3), at most 30 s; 0 without it. */
export function waitOf(request: FastifyRequest): number {
  const seconds = /(?:^|[,;\s])wait=(\d{1,4})/.exec(String(request.headers['prefer'] ?? ''))?.[1];
  return Math.min(Number(seconds ?? 0), LONGEST_WAIT) * 1_000;
}

/** The same request has the same hash, whatever the order of its fields: the checked value is in the schema's order. */
export function hashOf(body: object): string {
  return createHash('sha256').update(JSON.stringify(body)).digest('hex');
}
