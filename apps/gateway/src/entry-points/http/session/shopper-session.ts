import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUuid, uuidV7 } from '@tradewind/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'tradewind_session';
const YEAR = 365 * 24 * 60 * 60;

/**
 * An anonymous shopper is a signed cookie: `<shopper id>.<HMAC-SHA256>`. Nothing is stored, and nobody can make up
 * another shopper's id.
 */
export class ShopperSession {
  constructor(
    private readonly secret: string,
    private readonly secure: boolean,
  ) {}

  /** The shopper of a request; a new one gets its cookie with this answer. */
  of(request: FastifyRequest, reply: FastifyReply): string {
    const known = this.find(request);
    if (known) return known;
    const shopperId = uuidV7();
    void reply.header('set-cookie', this.cookie(`${shopperId}.${this.sign(shopperId)}`, YEAR));
    return shopperId;
  }

  /** Undefined: nobody, or a cookie that we did not sign. */
  find(request: FastifyRequest): string | undefined {
    const value = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
    const [shopperId = '', signature = ''] = value?.split('.') ?? [];
    return isUuid(shopperId) && this.matches(signature, this.sign(shopperId)) ? shopperId : undefined;
  }

  end(reply: FastifyReply): void {
    void reply.header('set-cookie', this.cookie('', 0));
  }

  private sign(shopperId: string): string {
    return createHmac('sha256', this.secret).update(shopperId).digest('base64url');
  }

  private matches(given: string, expected: string): boolean {
    const left = Buffer.from(given);
    const right = Buffer.from(expected);
    return left.length === right.length && timingSafeEqual(left, right);
  }

  private cookie(value: string, maxAge: number): string {
    const secure = this.secure ? '; Secure' : '';
    return `${COOKIE}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`;
  }
}
