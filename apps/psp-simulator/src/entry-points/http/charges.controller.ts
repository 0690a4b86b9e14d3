import { setTimeout as wait } from 'node:timers/promises';
import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Charges } from '../../application/charges.ts';
import type { ChargeAction } from '../../domain/charge.ts';
import { readChargeRequest, requireText, toBody } from './charge-request.ts';

@Controller('v1/charges')
export class ChargesController {
  constructor(private readonly charges: Charges) {}

  @Post()
  async create(
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const delivery = await this.charges.create(requireText(key, 'Idempotency-Key'), readChargeRequest(body));
    if (delivery.after > 0) await wait(delivery.after);
    if (!delivery.charge) return hangUp(reply);
    await reply.code(delivery.charge.status === 'failed' ? 402 : 201).send(toBody(delivery.charge));
  }

  @Post(':id/capture')
  @HttpCode(200)
  capture(@Param('id') id: string): Promise<object> {
    return this.change(id, 'capture');
  }

  @Post(':id/void')
  @HttpCode(200)
  void(@Param('id') id: string): Promise<object> {
    return this.change(id, 'void');
  }

  @Post(':id/refunds')
  @HttpCode(200)
  refund(@Param('id') id: string): Promise<object> {
    return this.change(id, 'refund');
  }

  @Get()
  async list(@Query('reference') reference: string | undefined): Promise<object> {
    const charges = await this.charges.list(requireText(reference, 'reference'));
    return { data: charges.map(toBody) };
  }

  private async change(id: string, action: ChargeAction): Promise<object> {
    return toBody(await this.charges.change(id, action));
  }
}

/** The merchant sees a broken connection, as when a network or a data centre fails. */
function hangUp(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.destroy();
}
