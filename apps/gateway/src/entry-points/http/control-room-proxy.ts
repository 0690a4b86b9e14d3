import { Agent, request as send, type IncomingMessage } from 'node:http';
import { AppError } from '@tradewind/kernel';
import { propagation, context } from '@opentelemetry/api';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE'] as const;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** `/ops/api` is the control room's: what comes here goes there as it is. */
export function proxyControlRoom(fastify: FastifyInstance, url: string): void {
  for (const method of METHODS) {
    fastify.route({ method, url: '/ops/api/*', handler: (request, reply) => forward(url, request, reply) });
  }
}

async function forward(target: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const body = request.body === undefined ? undefined : JSON.stringify(request.body);
  const headers: Record<string, string> = { accept: request.headers.accept ?? '*/*' };
  propagation.inject(context.active(), headers);
  if (body !== undefined) headers['content-type'] = 'application/json';
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = send(
      new URL(request.url, target),
      { method: request.method, headers, agent, timeout: 20_000 },
      resolve,
    );
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', (cause) =>
      reject(new AppError('unavailable', 'CONTROL_ROOM.AWAY', 'the control room does not answer', { cause })),
    );
    // A reader that leaves ends the call behind it, too: a live stream must not go on for nobody.
    reply.raw.on('close', () => call.destroy());
    call.end(body);
  });
  void reply.status(answer.statusCode ?? 502);
  for (const name of ['content-type', 'cache-control', 'location', 'retry-after']) {
    const value = answer.headers[name];
    if (value !== undefined) void reply.header(name, value);
  }
  return reply.send(answer);
}
