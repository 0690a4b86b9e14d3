import { Injectable } from '@nestjs/common';
import type { PaymentServiceService } from '@tradewind/contracts/payment/v1/payment';
import { UseCases } from '@tradewind/cqrs';
import type { Implementation } from '@tradewind/rpc';
import { AuthorizePayment } from '../../application/authorize-payment/authorize-payment.command.ts';
import { CapturePayment } from '../../application/capture-payment/capture-payment.command.ts';
import { GetPayment } from '../../application/get-payment/get-payment.query.ts';
import { ListLedger } from '../../application/list-ledger/list-ledger.query.ts';
import { RefundPayment } from '../../application/refund-payment/refund-payment.command.ts';
import { VoidPayment } from '../../application/void-payment/void-payment.command.ts';
import { toMessage, toPage } from './payment.mapper.ts';

type Service = Implementation<typeof PaymentServiceService>;

const PAGE = 500;

@Injectable()
export class PaymentController implements Service {
  constructor(private readonly useCases: UseCases) {}

  authorize: Service['authorize'] = async ({ key, amount, token }) => {
    const money = amount ?? { amount: 0, currency: '' };
    return toMessage(key, await this.useCases.execute(new AuthorizePayment(key, money, token)));
  };

  capture: Service['capture'] = async ({ key }) =>
    toMessage(key, await this.useCases.execute(new CapturePayment(key)));

  void: Service['void'] = async ({ key }) =>
    toMessage(key, await this.useCases.execute(new VoidPayment(key)));

  refund: Service['refund'] = async ({ key }) =>
    toMessage(key, await this.useCases.execute(new RefundPayment(key)));

  getPayment: Service['getPayment'] = async ({ key }) =>
    toMessage(key, await this.useCases.ask(new GetPayment(key)));

  listLedger: Service['listLedger'] = async ({ key, pageSize, pageToken, afterKey, upToKey }) => {
    const limit = Math.min(Math.max(pageSize, 0) || PAGE, PAGE);
    const query = new ListLedger(key || { after: afterKey, upTo: upToKey }, Number(pageToken || '0'), limit);
    return toPage(await this.useCases.ask(query), limit);
  };
}
