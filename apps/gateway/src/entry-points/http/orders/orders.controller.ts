import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Services } from '../../../application/ports/services.ts';
import { parse } from '@tradewind/service-defaults/edge';
import { newOrder, pageQuery } from '../schemas.ts';
import { ShopperSession } from '../session/shopper-session.ts';
import { hashOf, idempotencyKeyOf, waitOf } from './order-request.ts';
import { statusOf, toOrder } from './order.mapper.ts';
import { orUnavailable } from './or-unavailable.ts';

@Controller('api/orders')
export class OrdersController {
  constructor(
    private readonly services: Services,
    private readonly session: ShopperSession,
  ) {}

  @Post()
  async place(
    @Body() raw: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const idempotencyKey = idempotencyKeyOf(request);
    const body = parse(newOrder, raw);
    const { order, completed, replayed } = await orUnavailable(
      this.services.order.placeOrder({
        shopperId: this.session.of(request, reply),
        idempotencyKey,
        requestHash: hashOf(body),
        email: body.email,
        shippingAddress: body.shippingAddress,
        paymentToken: body.payment.token,
        waitMilliseconds: waitOf(request),
      }),
    );
    void reply.header('location', `/api/orders/${order!.orderId}`).status(completed ? 201 : 202);
    if (replayed) void reply.header('idempotency-replayed', 'true');
    return completed ? toOrder(order!) : { orderId: order!.orderId, status: 'pending' };
  }

  @Get()
  async list(
    @Query() raw: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const page = parse(pageQuery, raw);
    const shopperId = this.session.of(request, reply);
    const { orders, nextPageToken } = await this.services.order.listOrders({ shopperId, ...page });
    return { items: orders.map(toOrder), nextPageToken: nextPageToken || null };
  }

  @Get(':orderId')
  async get(
    @Param('orderId') orderId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return toOrder(
      await this.services.order.getOrder({ shopperId: this.session.of(request, reply), orderId }),
    );
  }

  @Post(':orderId/cancellation')
  @HttpCode(202)
  async cancel(
    @Param('orderId') orderId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const order = await this.services.order.cancelOrder({
      shopperId: this.session.of(request, reply),
      orderId,
    });
    return { orderId, status: statusOf(order) };
  }
}
