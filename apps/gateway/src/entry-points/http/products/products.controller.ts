import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ComposeProductPage } from '../../../application/product-page/product-page.ts';
import { KnownProducts } from '../../../application/products/known-products.ts';
import { parse } from '@tradewind/service-defaults/edge';
import { productQuery } from '../schemas.ts';
import { SORTS, toFacet, toProduct, toProductPage } from './product.mapper.ts';

@Controller('api/products')
export class ProductsController {
  constructor(
    private readonly known: KnownProducts,
    private readonly page: ComposeProductPage,
  ) {}

  @Get()
  async search(@Query() raw: unknown, @Res({ passthrough: true }) reply: FastifyReply) {
    const { inStock, sort, ...query } = parse(productQuery, raw);
    const {
      value: found,
      stale,
      age,
    } = await this.known.search({
      ...query,
      minPrice: query.minPrice,
      maxPrice: query.maxPrice,
      inStockOnly: inStock === 'true',
      sort: SORTS[sort],
    });
    if (stale) markStale(reply, Math.ceil(age / 1_000));
    return {
      items: found.products.map(toProduct),
      facets: found.facets.map(toFacet),
      total: found.total,
      nextPageToken: found.nextPageToken || null,
      searchVersion: found.searchVersion,
      degraded: stale ? ['product'] : [],
    };
  }

  @Get(':productId')
  async get(@Param('productId') productId: string, @Res({ passthrough: true }) reply: FastifyReply) {
    const page = await this.page.compose(productId);
    if (page.age > 0) markStale(reply, page.age);
    return toProductPage(page);
  }
}

/** Says how old an answer is that stands in. Source: RFC 9111, section 5.1. */
function markStale(reply: FastifyReply, seconds: number): void {
  void reply.header('age', String(seconds));
}
