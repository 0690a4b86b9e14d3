import { createHash } from 'node:crypto';
import { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import { Availability, ProductServiceService, type Product } from '@tradewind/contracts/product/v1/product';
import { createPolicy, type PolicySettings } from '@tradewind/resilience';
import { createRpcClient } from '@tradewind/rpc';
import type { CatalogueCategory, CatalogueProduct } from './catalogue.ts';
import type { Addresses } from './seed.config.ts';

/** The running shop, as far as filling it goes. */
export interface Shop {
  putCategories(categories: readonly CatalogueCategory[]): Promise<void>;
  /** Answers how many changed. */
  putProducts(products: readonly CatalogueProduct[]): Promise<number>;
  /** Gives stock to those that have no stock record yet; answers how many these were. */
  fillShelves(products: readonly CatalogueProduct[]): Promise<number>;
  close(): void;
}

export function connectShop({ product, inventory }: Addresses, attempts: number): Shop {
  const products = createRpcClient(ProductServiceService, product, createPolicy('product', policy(attempts)));
  const stock = createRpcClient(
    InventoryServiceService,
    inventory,
    createPolicy('inventory', policy(attempts)),
  );
  return {
    async putCategories(categories) {
      const withCount = categories.map((category) => ({ ...category, productCount: 0 }));
      await products.upsertProducts({ products: [], categories: withCount });
    },
    async putProducts(batch) {
      const { changed } = await products.upsertProducts({ products: batch.map(toMessage), categories: [] });
      return changed;
    },
    async fillShelves(batch) {
      const { stocks } = await stock.batchGetStock({ productIds: batch.map(({ id }) => id) });
      const known = new Set(stocks.map(({ productId }) => productId));
      const lines = batch
        .filter(({ id }) => !known.has(id))
        .map(({ id, stock: quantity }) => ({ productId: id, quantity }));
      if (lines.length > 0) await stock.restock({ key: keyOf(lines), lines });
      return lines.length;
    },
    close() {
      products.close();
      stock.close();
    },
  };
}

/** Made from what is restocked: a call whose answer was lost can be repeated, and adds nothing the second time. */
function keyOf(lines: { productId: string; quantity: number }[]): string {
  return `seed:${createHash('sha256').update(JSON.stringify(lines)).digest('hex').slice(0, 32)}`;
}

function toMessage({ stock: _, image: imageUrl, ...product }: CatalogueProduct): Product {
  return { ...product, imageUrl, availability: Availability.UNSPECIFIED, version: 0 };
}

function policy(attempts: number): PolicySettings {
  return {
    deadline: 120_000,
    attemptTimeout: 30_000,
    retry: { attempts, initial: 100, maximum: 1_000 },
    breaker: { failureRate: 1, minimumCalls: 100, window: 10_000, openFor: 1_000 },
    bulkhead: { limit: 4, queue: 16 },
  };
}
