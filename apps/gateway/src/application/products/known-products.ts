import { Injectable } from '@nestjs/common';
import type {
  Product,
  SearchProductsRequest,
  SearchProductsResponse,
} from '@tradewind/contracts/product/v1/product';
import { isAppError } from '@tradewind/kernel';
import { createStaleCache, type CachedAnswer } from '@tradewind/resilience';
import { routingKey } from '@tradewind/rpc';
import { Services } from '../ports/services.ts';

/** Always asked for anew; what was known for so long stands in when the product service is away. Milliseconds. */
const FRESH = 0;
const STALE = 15 * 60_000;
/** A page of search results is some 30 kB. */
const SEARCHES = 200;
const PRODUCTS = 2_000;

/** A product that is not there is an answer, too: it must not be hidden by what was known before. */
type Outcome<Value> = { value: Value } | { refused: unknown };

/** Products and search results, from memory and marked as stale while the product service is down. */
@Injectable()
export class KnownProducts {
  private readonly products = createStaleCache<Outcome<Product>>('products', {
    fresh: FRESH,
    stale: STALE,
    maximum: PRODUCTS,
  });
  private readonly searches = createStaleCache<Outcome<SearchProductsResponse>>('searches', {
    fresh: FRESH,
    stale: STALE,
    maximum: SEARCHES,
  });

  constructor(private readonly services: Services) {}

  async product(productId: string): Promise<CachedAnswer<Product>> {
    return opened(
      await this.products.get(keyOf(productId), () =>
        outcomeOf(this.services.product.getProduct({ productId })),
      ),
    );
  }

  async search(request: SearchProductsRequest): Promise<CachedAnswer<SearchProductsResponse>> {
    const key = keyOf(JSON.stringify(request));
    return opened(
      await this.searches.get(key, () => outcomeOf(this.services.product.searchProducts(request))),
    );
  }
}

/** Who asks for one version must not be given, or share, the answer of another. */
const keyOf = (what: string): string => `${what} ${routingKey()}`;

async function outcomeOf<Value>(asked: Promise<Value>): Promise<Outcome<Value>> {
  try {
    return { value: await asked };
  } catch (error) {
    if (saysNo(error)) return { refused: error };
    throw error;
  }
}

const saysNo = (error: unknown): boolean =>
  isAppError(error) && ['invalid', 'not-found', 'refused', 'forbidden'].includes(error.kind);

function opened<Value>({ value: outcome, ...rest }: CachedAnswer<Outcome<Value>>): CachedAnswer<Value> {
  if ('refused' in outcome) throw outcome.refused;
  return { ...rest, value: outcome.value };
}
