import type { FaultRegistry } from '@tradewind/faults';
import type { FastifyInstance } from 'fastify';

/** What merchants call; the ledger stays readable, because operators compare with it. */
const CHARGES = '/v1/charges';

/**
 * What merchants see of a provider in trouble: connections that break before anything has happened, and answers that are
 * lost after everything has. Reads of a charge are answered: by them a merchant learns what became of it.
 */
export function sufferFaults(fastify: FastifyInstance, registry: FaultRegistry): void {
  const unreachable = registry.offer('provider-unreachable');
  const losing = registry.offer('provider-loses-answers');

  fastify.addHook('onRequest', async (request, reply) => {
    if (!unreachable.on || !request.url.startsWith(CHARGES)) return;
    reply.hijack();
    request.raw.socket.destroy();
  });
  fastify.addHook('onSend', async (request, _reply, payload) => {
    const change = request.method === 'POST' && request.url.startsWith(CHARGES);
    if (losing.on && change && Math.random() * 100 < losing.value) request.raw.socket.destroy();
    return payload;
  });
}
