import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { AppError } from '@tradewind/kernel';
import { SagaReader, type SagaView } from '../ports/saga-reader.ts';
import { OrderSagas } from '../sagas/order-sagas.ts';
import { OperateSaga } from './operate-saga.command.ts';

@CommandHandler(OperateSaga)
export class OperateSagaHandler implements ICommandHandler<OperateSaga> {
  constructor(
    private readonly reader: SagaReader,
    private readonly sagas: OrderSagas,
  ) {}

  async execute({ decision, orderId, operator, note }: OperateSaga): Promise<SagaView> {
    const { record } = await this.require(orderId);
    await this.sagas.decide(record, { decision, operator, note });
    return this.require(orderId);
  }

  private async require(orderId: string): Promise<SagaView> {
    const saga = await this.reader.ofOrder(orderId);
    if (!saga) throw new AppError('not-found', 'SAGA.NOT_FOUND', `there is no saga of order ${orderId}`);
    return saga;
  }
}
