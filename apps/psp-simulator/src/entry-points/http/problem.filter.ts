import { Catch, HttpException, Inject, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { isAppError } from '@tradewind/kernel';
import type { Logger } from '@tradewind/observability';
import { LOGGER } from '@tradewind/service-defaults';
import type { FastifyReply } from 'fastify';
import { ProviderError } from '../../domain/provider-error.ts';

/** Every error leaves in the provider's form: `{error: {code, message}}`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const { status, code, message } = this.toProblem(error);
    void host.switchToHttp().getResponse<FastifyReply>().code(status).send({ error: { code, message } });
  }

  private toProblem(error: unknown): { status: number; code: string; message: string } {
    if (error instanceof ProviderError) return error;
    if (error instanceof HttpException)
      return { status: error.getStatus(), code: 'invalid_request', message: error.message };
    if (isAppError(error)) return { status: 503, code: 'api_unavailable', message: 'try again later' };
    this.logger.error({ err: error }, 'request failed');
    return { status: 500, code: 'api_error', message: 'something went wrong on our side' };
  }
}
