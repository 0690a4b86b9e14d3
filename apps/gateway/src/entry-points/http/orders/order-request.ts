import { createHash } from 'node:crypto';
import { AppError } from '@tradewind/kernel';
import type { FastifyRequest } from 'fastify';

const LONGEST_WAIT = 30;

/**
 * The `Idempotency-Key` header: 1 to 255 visible ASCII characters, bare or as a quoted string.
 * Source: IETF draft "The Idempotency-Key HTTP Header Field", section 2.1; Stripe's API for the length.
 */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const header = request.headers['idempotency-key'];
  if (header === undefined || header === '') {
    throw new AppError('invalid', 'IDEMPOTENCY.KEY_MISSING', 'the header Idempotency-Key is required');
  }
  const key = /^"(.*)"$/.exec(String(header))?.[1] ?? String(header);
  if (Array.isArray(header) || !/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new AppError(
      'invalid',
      'IDEMPOTENCY.KEY_MALFORMED',
      'Idempotency-Key must be 1 to 255 visible ASCII characters',
    );
  }
  return key;
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
