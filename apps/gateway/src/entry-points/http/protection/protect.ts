import { AppError } from '@tradewind/kernel';
import { rateLimitHeaders, type LoadShedder, type RateLimiter } from '@tradewind/resilience';
import { sendProblem, toProblem, traceIdOf } from '@tradewind/service-defaults/edge';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ShopperSession } from '../session/shopper-session.ts';
import { endpointOf, priorityOf, type Endpoint } from './endpoint.ts';

export interface Protection {
  session: Pick<ShopperSession, 'find'>;
  /** By endpoint; keys are shoppers, or addresses of those who have no session yet. */
  limits: Record<'orders' | 'shopper' | 'address', RateLimiter>;
  shedder: LoadShedder;
}

/**
 * Before anything is read: who asks too often is told when to come back, and when there is more than can be done in time, browsing is
 * refused before buying. Pictures and pages come from memory, and operators must get through: both are left alone.
 */
export function protect(fastify: FastifyInstance, protection: Protection): void {
  fastify.addHook('onRequest', async (request, reply) => {
    const endpoint = endpointOf(request.method, request.routeOptions.url ?? '');
    if (endpoint === undefined) return;
    try {
      await limit(endpoint, request, reply, protection);
      admit(endpoint, request, reply, protection.shedder);
    } catch (error) {
      return sendProblem(reply, error, toProblem(error, traceIdOf(request)));
    }
  });
}

async function limit(
  endpoint: Endpoint,
  request: FastifyRequest,
  reply: FastifyReply,
  { limits, session }: Protection,
): Promise<void> {
  const shopper = session.find(request);
  const limiter =
    shopper === undefined ? limits.address : limits[endpoint === 'order' ? 'orders' : 'shopper'];
  const decision = await limiter.take(shopper ?? request.ip);
  const headers = rateLimitHeaders(limiter.rule, decision);
  void reply.headers(headers);
  if (decision.allowed) return;
  const details = { retryAfterSeconds: Number(headers['retry-after']) };
  const { limit: calls, window } = limiter.rule;
  const words = `more than ${calls} requests in ${window / 1_000} s; come back in ${details.retryAfterSeconds} s`;
  throw new AppError('exhausted', 'RATE_LIMIT.EXCEEDED', words, { details });
}

function admit(endpoint: Endpoint, request: FastifyRequest, reply: FastifyReply, shedder: LoadShedder): void {
  // A live stream is there to wait, and so is who waits for a settled order: the order service knows how many it can take.
  if (endpoint === 'stream' || request.headers.prefer !== undefined) return;
  const leave = shedder.admit(priorityOf(endpoint));
  // Refusals are quick, and say nothing about the load.
  reply.raw.once('close', () => leave(reply.raw.statusCode < 400));
}
