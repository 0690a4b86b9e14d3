import { Injectable } from '@nestjs/common';
import type { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import { UseCases } from '@tradewind/cqrs';
import { AppError } from '@tradewind/kernel';
import type { Implementation } from '@tradewind/rpc';
import { CommitStock } from '../../application/commit-stock/commit-stock.command.ts';
import { GetStock } from '../../application/get-stock/get-stock.query.ts';
import { ReleaseStock } from '../../application/release-stock/release-stock.command.ts';
import { ReportStock } from '../../application/report-stock/report-stock.query.ts';
import { ReserveStock } from '../../application/reserve-stock/reserve-stock.command.ts';
import { Restock } from '../../application/restock/restock.command.ts';
import { toReport, toReservation, toStock } from './inventory.mapper.ts';

type Service = Implementation<typeof InventoryServiceService>;

@Injectable()
export class InventoryController implements Service {
  constructor(private readonly useCases: UseCases) {}

  getStock: Service['getStock'] = async ({ productId }) => {
    const [level] = await this.useCases.ask(new GetStock([productId]));
    if (!level)
      throw new AppError('not-found', 'INVENTORY.UNKNOWN_PRODUCT', `no stock of ${productId} is kept`);
    return toStock(level);
  };

  batchGetStock: Service['batchGetStock'] = async ({ productIds }) => ({
    stocks: (await this.useCases.ask(new GetStock(productIds))).map(toStock),
  });

  reserve: Service['reserve'] = async ({ key, lines }) =>
    toReservation(await this.useCases.execute(new ReserveStock(key, lines)));

  release: Service['release'] = async ({ key }) =>
    toReservation(await this.useCases.execute(new ReleaseStock(key)));

  commit: Service['commit'] = async ({ key }) =>
    toReservation(await this.useCases.execute(new CommitStock(key)));

  restock: Service['restock'] = async ({ key, lines }) => ({
    applied: await this.useCases.execute(new Restock(key, lines)),
  });

  getStockReport: Service['getStockReport'] = async ({ limit, afterKey, upToKey }) =>
    toReport(await this.useCases.ask(new ReportStock(limit || 100, { after: afterKey, upTo: upToKey })));
}
