import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@tradewind/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { retryAfterOf, toProblem, type ProblemDocument } from './problem.ts';
import { traceIdOf } from './trace-requests.ts';

/** Every error leaves as a problem document; what is our own mistake is logged whole, and told without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error, traceIdOf(http.getRequest<FastifyRequest>()));
    if (problem.status === 500) this.logger.error({ err: error }, 'request failed');
    void sendProblem(reply, error, problem);
  }
}

/** Also for what is refused before any route: a hook's error comes by no filter. */
export function sendProblem(reply: FastifyReply, error: unknown, problem: ProblemDocument): FastifyReply {
  const retryAfter = retryAfterOf(error, problem);
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter));
  return reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}
