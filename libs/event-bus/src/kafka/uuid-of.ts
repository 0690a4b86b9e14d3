import { createHash } from 'node:crypto';

/** Names in it are places of a log: `topic/partition/offset`. A random UUID, chosen once. */
const NAMESPACE = Buffer.from('5d7f0c1a6f0e4a0f9a55d6a1f4b6c27e', 'hex');

/** The UUID of a name, always the same: version 5, RFC 9562 §5.5. */
export function uuidOf(name: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(name).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
