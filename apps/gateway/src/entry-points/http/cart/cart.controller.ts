import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Req, Res } from '@nestjs/common';
import type { Cart } from '@tradewind/contracts/cart/v1/cart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Services } from '../../../application/ports/services.ts';
import { parse } from '@tradewind/service-defaults/edge';
import { changedCartItem, newCartItem } from '../schemas.ts';
import { ShopperSession } from '../session/shopper-session.ts';

@Controller('api/cart')
export class CartController {
  constructor(
    private readonly services: Services,
    private readonly session: ShopperSession,
  ) {}

  @Get()
  async get(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return toCart(await this.services.cart.getCart({ shopperId: this.session.of(request, reply) }));
  }

  // Adding adds to what is there: a call whose answer was lost is not sent again by this layer.
  @Post('items')
  @HttpCode(200)
  async add(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const item = parse(newCartItem, body);
    const shopperId = this.session.of(request, reply);
    return toCart(await this.services.cart.addItem({ shopperId, ...item }, { idempotent: false }));
  }

  @Patch('items/:productId')
  async change(
    @Param('productId') productId: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const { quantity } = parse(changedCartItem, body);
    const shopperId = this.session.of(request, reply);
    return toCart(await this.services.cart.changeQuantity({ shopperId, productId, quantity }));
  }

  @Delete('items/:productId')
  async remove(
    @Param('productId') productId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return toCart(
      await this.services.cart.removeItem({ shopperId: this.session.of(request, reply), productId }),
    );
  }
}

function toCart({ id, items, total, version }: Cart) {
  return { id, items, total, version };
}
