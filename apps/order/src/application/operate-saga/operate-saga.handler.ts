import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AppError, type Clock } from '@tradewind/kernel';
import {
  compensateParked,
  resolveParked,
  retryParked,
  type SagaShape,
  type SagaState,
} from '@tradewind/saga';
import { CLOCK } from '@tradewind/service-defaults';
import { SagaReader, type SagaView } from '../ports/saga-reader.ts';
import { OrderSagas } from '../sagas/order-sagas.ts';
import { OperateSaga, type Decision } from './operate-saga.command.ts';

@CommandHandler(OperateSaga)
export class OperateSagaHandler implements ICommandHandler<OperateSaga> {
  constructor(
    private readonly reader: SagaReader,
    private readonly sagas: OrderSagas,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ decision, orderId, operator, note }: OperateSaga): Promise<SagaView> {
    const { record } = await this.require(orderId);
    const definition = [this.sagas.placeOrder, this.sagas.cancelOrder].find(
      (it) => it.name === record.definition,
    )!;
    const step = definition.steps[record.state.step]!;
    const undoing = record.state.parked?.from === 'compensating';
    const state = decide(decision, definition, record.state);
    await this.sagas.keepDecision(
      { ...record, state },
      {
        step: undoing ? step.undo!.name : step.name,
        direction: undoing ? 'undo' : 'run',
        at: new Date(this.clock.now()).toISOString(),
        detail: { operator, note, decision },
      },
    );
    return this.require(orderId);
  }

  private async require(orderId: string): Promise<SagaView> {
    const saga = await this.reader.ofOrder(orderId);
    if (!saga) throw new AppError('not-found', 'SAGA.NOT_FOUND', `there is no saga of order ${orderId}`);
    return saga;
  }
}

function decide(decision: Decision, definition: SagaShape, state: SagaState): SagaState {
  switch (decision) {
    case 'retry':
      return retryParked(state);
    case 'compensate':
      return compensateParked(definition, state);
    case 'resolve':
      return resolveParked(definition, state);
  }
}
