import { DEADLINE_HEADER, withDeadlineHeader } from '@tradewind/resilience';
import type { FastifyInstance } from 'fastify';

/** A request may say how long its caller waits: everything that is done for it ends by then. It can only be less than our own. */
export function obeyDeadlines(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, _reply, done) =>
    withDeadlineHeader(request.headers[DEADLINE_HEADER], done),
  );
}
