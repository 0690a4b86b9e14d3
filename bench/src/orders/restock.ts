import { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import type { RunningSystem } from '@tradewind/launcher';
import { createPolicy } from '@tradewind/resilience';
import { createRpcClient } from '@tradewind/rpc';

const QUANTITY = 1_000_000;
const POLICY = {
  deadline: 10_000,
  attemptTimeout: 10_000,
  retry: { attempts: 1, initial: 1, maximum: 1 },
  breaker: { failureRate: 1, minimumCalls: 100, window: 10_000, openFor: 1_000 },
  bulkhead: { limit: 1, queue: 1 },
};

/** Nothing sells out while it is measured how fast it sells. */
export async function restock(system: RunningSystem, productIds: readonly string[]): Promise<void> {
  const port = system.context.ports.of('inventory', 'grpc');
  const client = createRpcClient(
    InventoryServiceService,
    `127.0.0.1:${port}`,
    createPolicy('inventory', POLICY),
  );
  const lines = productIds.map((productId) => ({ productId, quantity: QUANTITY }));
  await client.restock({ key: `bench:${process.pid}`, lines });
  client.close();
}
