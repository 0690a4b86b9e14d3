import { randomFillSync } from 'node:crypto';

// Random bytes are drawn in blocks: one system call for 400 ids instead of one for each.
const pool = Buffer.alloc(4096);
let used = pool.length;
let lastTime = -1;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562 §5.7): 48 bits of milliseconds, a counter of 26 bits that begins at a random number in each
 * millisecond (§6.2, method 1), 48 random bits. Ids of one process sort in the order in which they were made, also within
 * a millisecond, as long as its clock does not go back.
 */
export function uuidV7(now: number = Date.now()): string {
  if (used + 10 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.toString('hex', used, used + 6);
  // 25 bits to begin with: there is room for 33 million more in the same millisecond.
  counter = now === lastTime ? counter + 1 : pool.readUInt32BE(used + 6) >>> 7;
  used += 10;
  lastTime = now;
  const time = now.toString(16).padStart(12, '0');
  const high = (counter >>> 14).toString(16).padStart(3, '0');
  const variantAndLow = (0x8000 | (counter & 0x3fff)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${high}-${variantAndLow}-${random}`;
}

export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i.test(text);
}

/** The time (milliseconds since 1970) that a version 7 UUID carries. */
export function timeOfUuidV7(id: string): number {
  return Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
}
