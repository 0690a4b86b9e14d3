import { Server } from 'node:net';
import { pause } from '@tradewind/resilience';
import type { FastifyInstance } from 'fastify';

/** In this time clients learn from `Connection: close` that they must connect anew. */
const FAREWELL = 500;
/** In this time a connection that was made just before the door closed sends its request. */
const LAST_CALL = 250;

/**
 * Closes the server in three steps. First it still takes requests, but every answer says `Connection: close`: a client that
 * is about to reuse its connection is answered, not reset. Then it takes no new connections, then it closes those that are
 * idle. What still runs at the end of the time (a stream, for example) is cut off.
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
    const idle = setTimeout(() => server.closeIdleConnections(), Math.min(LAST_CALL, milliseconds / 4));
    const last = setTimeout(() => server.closeAllConnections(), milliseconds - farewell);
    // Of net, because close() of http would also close connections that are about to bring their first request.
    await new Promise<void>((resolve) => Server.prototype.close.call(server, () => resolve()));
    clearTimeout(idle);
    clearTimeout(last);
  };
}
