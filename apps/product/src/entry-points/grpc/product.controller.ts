import { Injectable } from '@nestjs/common';
import type { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import { UseCases } from '@tradewind/cqrs';
import type { Implementation } from '@tradewind/rpc';
import { BatchGetProducts } from '../../application/batch-get-products/batch-get-products.query.ts';
import { ChangePrice } from '../../application/change-price/change-price.command.ts';
import { GetProduct } from '../../application/get-product/get-product.query.ts';
import { ListCategories } from '../../application/list-categories/list-categories.query.ts';
import { toProductMessage } from '../../application/product-message.ts';
import { SearchProducts } from '../../application/search-products/search-products.query.ts';
import { UpsertProducts } from '../../application/upsert-products/upsert-products.command.ts';
import { toCategory, toDescription, toSearchRequest } from './product.mapper.ts';

type Service = Implementation<typeof ProductServiceService>;

@Injectable()
export class ProductController implements Service {
  constructor(private readonly useCases: UseCases) {}

  listCategories: Service['listCategories'] = async () => ({
    categories: await this.useCases.ask(new ListCategories()),
  });

  getProduct: Service['getProduct'] = async ({ productId }) =>
    toProductMessage(await this.useCases.ask(new GetProduct(productId)));

  batchGetProducts: Service['batchGetProducts'] = async ({ productIds }) => ({
    products: (await this.useCases.ask(new BatchGetProducts(productIds))).map(toProductMessage),
  });

  searchProducts: Service['searchProducts'] = async (request) => {
    const answer = await this.useCases.ask(new SearchProducts(toSearchRequest(request)));
    return { ...answer, products: answer.products.map(toProductMessage) };
  };

  upsertProducts: Service['upsertProducts'] = async ({ products, categories }) => ({
    changed: await this.useCases.execute(
      new UpsertProducts(products.map(toDescription), categories.map(toCategory)),
    ),
  });

  changePrice: Service['changePrice'] = async ({ productId, price }) =>
    toProductMessage(
      await this.useCases.execute(new ChangePrice(productId, price ?? { amount: -1, currency: '' })),
    );
}
