import { Controller, Get, Param, Query } from '@nestjs/common';
import { ComposeProductPage } from '../../../application/product-page/product-page.ts';
import { Services } from '../../../application/ports/services.ts';
import { parse } from '@tradewind/service-defaults/edge';
import { productQuery } from '../schemas.ts';
import { SORTS, toFacet, toProduct, toProductPage } from './product.mapper.ts';

@Controller('api/products')
export class ProductsController {
  constructor(
    private readonly services: Services,
    private readonly page: ComposeProductPage,
  ) {}

  @Get()
  async search(@Query() raw: unknown) {
    const { inStock, sort, ...query } = parse(productQuery, raw);
    const found = await this.services.product.searchProducts({
      ...query,
      minPrice: query.minPrice,
      maxPrice: query.maxPrice,
      inStockOnly: inStock === 'true',
      sort: SORTS[sort],
    });
    return {
      items: found.products.map(toProduct),
      facets: found.facets.map(toFacet),
      total: found.total,
      nextPageToken: found.nextPageToken || null,
      searchVersion: found.searchVersion,
    };
  }

  @Get(':productId')
  async get(@Param('productId') productId: string) {
    return toProductPage(await this.page.compose(productId));
  }
}
