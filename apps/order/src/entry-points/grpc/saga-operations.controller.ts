import { Injectable } from '@nestjs/common';
import type { SagaOperationsServiceService } from '@tradewind/contracts/order/v1/saga_operations';
import { UseCases } from '@tradewind/cqrs';
import { AppError, isUuid } from '@tradewind/kernel';
import type { Implementation } from '@tradewind/rpc';
import type { SagaDecision } from '@tradewind/saga';
import { OperateSaga } from '../../application/operate-saga/operate-saga.command.ts';
import { SagaReader } from '../../application/ports/saga-reader.ts';
import { OrderSagas } from '../../application/sagas/order-sagas.ts';
import { statusOf, toSaga } from './saga.mapper.ts';

type Service = Implementation<typeof SagaOperationsServiceService>;

@Injectable()
export class SagaOperationsController implements Service {
  constructor(
    private readonly useCases: UseCases,
    private readonly reader: SagaReader,
    private readonly sagas: OrderSagas,
  ) {}

  listSagas: Service['listSagas'] = async ({ state, pageSize, pageToken }) => {
    const page = await this.reader.list(statusOf(state), Math.min(pageSize || 50, 200), pageToken);
    return { sagas: page.sagas.map((it) => toSaga(it, this.sagas)), nextPageToken: page.nextPageToken };
  };

  getSaga: Service['getSaga'] = async ({ orderId }) => {
    const saga = isUuid(orderId) ? await this.reader.ofOrder(orderId) : undefined;
    if (!saga) throw new AppError('not-found', 'SAGA.NOT_FOUND', `there is no saga of order ${orderId}`);
    return toSaga(saga, this.sagas);
  };

  retrySaga: Service['retrySaga'] = (request) => this.operate('retry', request);
  compensateSaga: Service['compensateSaga'] = (request) => this.operate('compensate', request);
  resolveSaga: Service['resolveSaga'] = (request) => this.operate('resolve', request);

  listOrderFacts: Service['listOrderFacts'] = ({ pageSize, pageToken }) =>
    this.reader.facts(Math.min(pageSize || 1_000, 5_000), pageToken);

  private async operate(
    decision: SagaDecision,
    request: { orderId: string; operator: string; note: string },
  ) {
    const { orderId, operator, note } = request;
    return toSaga(
      await this.useCases.execute(new OperateSaga(decision, orderId, operator, note)),
      this.sagas,
    );
  }
}
