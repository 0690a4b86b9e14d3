import type { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import { isAppError } from '@tradewind/kernel';
import type { RpcClient } from '@tradewind/rpc';
import { Products } from '../application/ports/products.ts';
import type { CartProduct } from '../domain/cart.ts';

export class GrpcProducts extends Products {
  constructor(private readonly client: RpcClient<typeof ProductServiceService>) {
    super();
  }

  async find(productId: string): Promise<CartProduct | undefined> {
    try {
      const { id, sku, name, price, imageUrl } = await this.client.getProduct({ productId });
      return { productId: id, sku, name, unitPrice: price!, imageUrl };
    } catch (error) {
      if (isAppError(error) && error.code === 'PRODUCT.NOT_FOUND') return undefined;
      throw error;
    }
  }
}
