import type { CartServiceService } from '@tradewind/contracts/cart/v1/cart';
import type { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import type { OrderServiceService } from '@tradewind/contracts/order/v1/order';
import type { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import type { RecommendationServiceService } from '@tradewind/contracts/recommendation/v1/recommendation';
import type { RpcClient } from '@tradewind/rpc';

/** The services behind the gateway. It owns nothing: it composes what they say. */
export abstract class Services {
  abstract readonly product: RpcClient<typeof ProductServiceService>;
  abstract readonly inventory: RpcClient<typeof InventoryServiceService>;
  abstract readonly recommendation: RpcClient<typeof RecommendationServiceService>;
  abstract readonly cart: RpcClient<typeof CartServiceService>;
  abstract readonly order: RpcClient<typeof OrderServiceService>;
}
