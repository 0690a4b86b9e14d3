import { DEADLINE_HEADER, whileWaiting, withDeadlineHeader } from '@tradewind/resilience';
import type { FastifyInstance, FastifyReply } from 'fastify';

/**
 * A request may say how long its caller waits: everything that is done for it ends by then. It can only be less than our own.
 * When the caller goes away, the calls that were made for it end, too.
 */
export function obeyDeadlines(fastify: FastifyInstance): void {
  fastify.addHook('preValidation', (request, reply, done) =>
    whileWaiting(leavingOf(reply), () => withDeadlineHeader(request.headers[DEADLINE_HEADER], done)),
  );
}

function leavingOf({ raw }: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  raw.once('close', () => raw.writableFinished || leaving.abort());
  return leaving.signal;
}
