import { Body, Controller, Get, HttpCode, Param, Post, Query, UseGuards } from '@nestjs/common';
import { SagaState } from '@tradewind/contracts/order/v1/saga_operations';
import { parse } from '@tradewind/service-defaults/edge';
import { AuditLog, WatchedSystem, type SagaDecision } from '../../application/ports/watched-system.ts';
import { DEMO_OPERATOR, OperatorGuard } from './operator.ts';
import { STATES, toSaga, toSummary } from './saga.mapper.ts';
import { optionalNote, requiredNote, sagaQuery } from './schemas.ts';

@Controller('ops/api/sagas')
@UseGuards(OperatorGuard)
export class SagasController {
  constructor(
    private readonly system: WatchedSystem,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  async list(@Query() raw: unknown) {
    const { state, pageSize, pageToken } = parse(sagaQuery, raw);
    const wanted = state ? STATES[state]! : SagaState.UNSPECIFIED;
    const page = await this.system.sagas(wanted, pageSize, pageToken);
    return { items: page.sagas.map(toSummary), nextPageToken: page.nextPageToken || null };
  }

  @Get(':orderId')
  async get(@Param('orderId') orderId: string) {
    return toSaga(await this.system.saga(orderId));
  }

  @Post(':orderId/retry')
  @HttpCode(202)
  retry(@Param('orderId') orderId: string, @Body() body: unknown) {
    return this.decide('retry', orderId, parse(optionalNote, body).note);
  }

  @Post(':orderId/compensate')
  @HttpCode(202)
  compensate(@Param('orderId') orderId: string, @Body() body: unknown) {
    return this.decide('compensate', orderId, parse(optionalNote, body).note);
  }

  @Post(':orderId/resolve')
  @HttpCode(202)
  resolve(@Param('orderId') orderId: string, @Body() body: unknown) {
    return this.decide('resolve', orderId, parse(requiredNote, body).note);
  }

  private async decide(decision: SagaDecision, orderId: string, note: string) {
    const saga = await this.system.decide(decision, orderId, DEMO_OPERATOR, note);
    await this.audit.record(DEMO_OPERATOR, `saga.${decision}`, orderId, note);
    return toSaga(saga);
  }
}
