import { createHash } from 'node:crypto';

/**
 * The id of a shopper's cart, made from the shopper's id: a shopper has one cart, which has its id before it is stored, so
 * reading an empty cart writes nothing and the id never changes afterwards. UUID version 8 (RFC 9562 §5.8).
 */
export function cartIdOf(shopperId: string): string {
  const hash = createHash('sha256').update(`tradewind cart of ${shopperId}`).digest('hex');
  const variant = '89ab'[Number.parseInt(hash[16]!, 16) & 3];
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}
