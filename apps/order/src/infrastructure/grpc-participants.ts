import type { CartServiceService } from '@tradewind/contracts/cart/v1/cart';
import type { InventoryServiceService } from '@tradewind/contracts/inventory/v1/inventory';
import type { PaymentServiceService } from '@tradewind/contracts/payment/v1/payment';
import type { Money } from '@tradewind/kernel';
import type { RpcClient } from '@tradewind/rpc';
import { Cart, Inventory, Payment, type Quantity } from '../application/ports/participants.ts';
import type { OrderLine } from '../domain/order.ts';

export class GrpcCart extends Cart {
  private readonly client: RpcClient<typeof CartServiceService>;

  constructor(client: RpcClient<typeof CartServiceService>) {
    super();
    this.client = client;
  }

  async itemsOf(shopperId: string): Promise<Omit<OrderLine, 'lineTotal'>[]> {
    const { items } = await this.client.getCart({ shopperId });
    return items.map(({ productId, sku, name, quantity, unitPrice }) => ({
      ...{ productId, sku, name, quantity },
      unitPrice: unitPrice!,
    }));
  }
}

export class GrpcInventory extends Inventory {
  private readonly client: RpcClient<typeof InventoryServiceService>;

  constructor(client: RpcClient<typeof InventoryServiceService>) {
    super();
    this.client = client;
  }

  async reserve(orderId: string, lines: readonly Quantity[]): Promise<void> {
    await this.client.reserve({ key: orderId, lines: lines.map(quantityOf) });
  }

  async release(orderId: string): Promise<void> {
    await this.client.release({ key: orderId });
  }

  async commit(orderId: string): Promise<void> {
    await this.client.commit({ key: orderId });
  }

  async takeBack(orderId: string, lines: readonly Quantity[]): Promise<void> {
    await this.client.restock({ key: `return:${orderId}`, lines: lines.map(quantityOf) });
  }
}

export class GrpcPayment extends Payment {
  private readonly client: RpcClient<typeof PaymentServiceService>;

  constructor(client: RpcClient<typeof PaymentServiceService>) {
    super();
    this.client = client;
  }

  async authorize(orderId: string, amount: Money, token: string): Promise<void> {
    await this.client.authorize({ key: orderId, amount, token });
  }

  async void(orderId: string): Promise<void> {
    await this.client.void({ key: orderId });
  }

  async capture(orderId: string): Promise<void> {
    await this.client.capture({ key: orderId });
  }

  async refund(orderId: string): Promise<void> {
    await this.client.refund({ key: orderId });
  }
}

function quantityOf({ productId, quantity }: Quantity): Quantity {
  return { productId, quantity };
}
