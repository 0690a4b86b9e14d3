import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Services } from '../../../application/ports/services.ts';
import { ShopperSession } from '../session/shopper-session.ts';
import { toOrder } from './order.mapper.ts';

/** A comment line that keeps proxies from closing a quiet stream. */
const HEARTBEAT = 15_000;

/** The order as server-sent events (WHATWG HTML, section 9.2), until it is settled or the reader leaves. */
@Controller('api/orders')
export class OrderEventsController {
  constructor(
    private readonly services: Services,
    private readonly session: ShopperSession,
  ) {}

  @Get(':orderId/events')
  async events(
    @Param('orderId') orderId: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const shopperId = this.session.of(request, reply);
    // Another's order, or none, is answered with a problem document before the stream begins.
    await this.services.order.getOrder({ shopperId, orderId });
    const left = new AbortController();
    reply.raw.on('close', () => left.abort());
    reply.hijack();
    const headers = {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    };
    reply.raw.writeHead(200, { ...reply.getHeaders(), ...headers } as never);
    const beat = setInterval(() => reply.raw.write(': still here\n\n'), HEARTBEAT);
    try {
      for await (const order of this.services.order.watchOrder({ shopperId, orderId }, left.signal)) {
        reply.raw.write(`event: order\ndata: ${JSON.stringify(toOrder(order))}\n\n`);
      }
    } catch {
      // The stream ends; the reader's EventSource connects again by itself.
    } finally {
      clearInterval(beat);
      reply.raw.end();
    }
  }
}
