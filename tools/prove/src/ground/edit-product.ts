import { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import { createPolicy } from '@tradewind/resilience';
import { createRpcClient } from '@tradewind/rpc';

const policy = createPolicy('product', {
  deadline: 10_000,
  attemptTimeout: 5_000,
  retry: { attempts: 1, initial: 50, maximum: 50 },
  breaker: { failureRate: 1, minimumCalls: 1_000, window: 10_000, openFor: 100 },
  bulkhead: { limit: 8, queue: 8 },
});

/** Gives a product another last sentence: what is the same as before would change nothing, and publish nothing. */
export async function editProduct(address: string, productId: string): Promise<void> {
  const client = createRpcClient(ProductServiceService, address, policy);
  try {
    const product = await client.getProduct({ productId });
    const [text] = product.description.split(' Edited ');
    const description = `${text} Edited ${new Date().toISOString()}.`;
    await client.upsertProducts({ products: [{ ...product, description }], categories: [] });
  } finally {
    client.close();
  }
}
