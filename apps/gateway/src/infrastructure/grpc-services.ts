import { CartServiceService } from '@tradewind/contracts/cart/v1/cart';
import { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import { OrderServiceService } from '@tradewind/contracts/order/v1/order';
import { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import { RecommendationServiceService } from '@tradewind/contracts/recommendation/v1/recommendation';
import { createPolicy } from '@tradewind/resilience';
import { createRpcClient, type RpcClient } from '@tradewind/rpc';
import type { Services } from '../application/ports/services.ts';
import { policies, type Dependency, type GatewaySettings } from '../gateway.config.ts';

/** One client and one policy for each service. */
export function createServices(settings: GatewaySettings): Services {
  const client = <Table>(table: Table, dependency: Dependency): RpcClient<Table> => {
    const policy = createPolicy(dependency, policies[dependency].toPolicy(settings.policies[dependency]));
    return createRpcClient(table, settings[`${dependency}Address`], policy);
  };
  return {
    product: client(ProductServiceService, 'product'),
    inventory: client(InventoryServiceService, 'inventory'),
    recommendation: client(RecommendationServiceService, 'recommendation'),
    cart: client(CartServiceService, 'cart'),
    order: client(OrderServiceService, 'order'),
  };
}
