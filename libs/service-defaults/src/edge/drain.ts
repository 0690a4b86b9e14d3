import { pause } from '@tradewind/resilience';
import type { FastifyInstance } from 'fastify';

/** In this time clients learn from `Connection: close` that they must connect anew. */
const FAREWELL = 500;

/**
 * Closes the server in three steps. First it still takes requests, but every answer says `Connection: close`: a client that
 * is about to reuse its connection is answered, not reset. Then it takes no new connections. What still runs at the end of
 * the time (a stream, for example) is cut off.
 */
export function createDrain(fastify: FastifyInstance): (milliseconds: number) => Promise<void> {
  let draining = false;
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (draining) reply.header('connection', 'close');
    done();
  });
  return async (milliseconds) => {
    draining = true;
    const { server } = fastify;
    const farewell = Math.min(FAREWELL, milliseconds / 4);
    await pause(farewell);
    const last = setTimeout(() => server.closeAllConnections(), milliseconds - farewell);
    await new Promise<void>((resolve) => server.close(() => resolve()));
    clearTimeout(last);
  };
}
