import { failpoints } from '@tradewind/failpoints';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Ours are the interfaces; files of the storefront, and spans of others, are not. */
const PASSED = /^\/(api|v1\/charges)/;

/** A request passes one failpoint when it has come in, and one when its answer is ready; told to fail there, it loses it. */
export function passFailpoints(fastify: FastifyInstance): void {
  if (!failpoints.enabled) return;
  const pass = async (request: FastifyRequest, moment: 'before' | 'after'): Promise<void> => {
    const route = request.routeOptions.url ?? '';
    if (PASSED.test(route)) await failpoints.pass(`http:${request.method} ${route}:${moment}`);
  };
  fastify.addHook('onRequest', (request) => pass(request, 'before'));
  fastify.addHook('onSend', async (request, _reply, payload) => {
    await pass(request, 'after').catch(() => request.raw.socket.destroy());
    return payload;
  });
}
