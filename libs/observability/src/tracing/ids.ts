import { randomFillSync } from 'node:crypto';

// Random bytes are fetched in bulk: a call for each id costs more than the span it names.
const POOL = Buffer.allocUnsafe(4_096);
let used = POOL.length;

function hex(bytes: number): string {
  if (used + bytes > POOL.length) {
    randomFillSync(POOL);
    used = 0;
  }
  used += bytes;
  return POOL.toString('hex', used - bytes, used);
}

/** 16 random bytes in hexadecimal. All zeros, which W3C Trace Context forbids, has a chance of 2⁻¹²⁸. */
export const newTraceId = (): string => hex(16);

/** 8 random bytes in hexadecimal. */
export const newSpanId = (): string => hex(8);
