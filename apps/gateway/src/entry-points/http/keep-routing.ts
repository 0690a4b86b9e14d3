import { routingOf, withRouting } from '@tradewind/rpc';
import type { FastifyInstance } from 'fastify';

/** What a request says of the versions that should answer it goes on with every call that is made for it. */
export function keepRouting(fastify: FastifyInstance): void {
  // After the body was read: its events lose what runs around them.
  fastify.addHook('preValidation', (request, _reply, done) =>
    withRouting(
      routingOf((name) => request.headers[name]),
      done,
    ),
  );
}
