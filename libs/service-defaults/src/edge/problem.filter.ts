import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@tradewind/observability';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from './problem.ts';
import { traceIdOf } from './trace-requests.ts';

/** Seconds after which a caller may try again what could not be had. */
const RETRY_AFTER = 2;

/** Every error leaves as a problem document; what is our own mistake is logged whole, and told without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const problem = toProblem(error, traceIdOf(http.getRequest<FastifyRequest>()));
    if (problem.status === 500) this.logger.error({ err: error }, 'request failed');
    if (problem.status === 503 || problem.status === 429 || problem.status === 409) {
      void reply.header('retry-after', String(RETRY_AFTER));
    }
    void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
