import type { Money } from '@tradewind/kernel';
import { Cart, Inventory, Payment, type Quantity } from '../src/application/ports/participants.ts';
import type { OrderLine } from '../src/domain/order.ts';

type Items = Omit<OrderLine, 'lineTotal'>[];

export const tea: Items[0] = {
  productId: '0199aa00-0000-7000-8000-000000000001',
  sku: 'TEA',
  name: 'Tea',
  quantity: 2,
  unitPrice: { amount: 1_999, currency: 'EUR' },
};

/** Doubles of the other services: they remember what they were asked for, and `answer` may refuse or wait. */
export class Participants {
  items: Items = [tea];
  readonly calls: { name: string; orderId: string; with?: unknown }[] = [];
  /** While it is there, the cart cannot be read. */
  cartError: Error | undefined;
  answer: (name: string, orderId: string) => Promise<void> | void = () => {};
  readonly cart: Cart;
  readonly inventory: Inventory;
  readonly payment: Payment;

  constructor() {
    const items = (): Items => {
      if (this.cartError) throw this.cartError;
      return this.items;
    };
    const call = async (name: string, orderId: string, it?: unknown): Promise<void> => {
      this.calls.push({ name, orderId, ...(it === undefined ? {} : { with: it }) });
      await this.answer(name, orderId);
    };
    this.cart = new (class extends Cart {
      itemsOf = async (): Promise<Items> => items();
    })();
    this.inventory = new (class extends Inventory {
      reserve = (orderId: string, lines: readonly Quantity[]) => call('reserve', orderId, lines);
      release = (orderId: string) => call('release', orderId);
      commit = (orderId: string) => call('commit', orderId);
      takeBack = (orderId: string, lines: readonly Quantity[]) => call('takeBack', orderId, lines);
    })();
    this.payment = new (class extends Payment {
      authorize = (orderId: string, amount: Money, token: string) =>
        call('authorize', orderId, { amount, token });
      void = (orderId: string) => call('void', orderId);
      capture = (orderId: string) => call('capture', orderId);
      refund = (orderId: string) => call('refund', orderId);
    })();
  }

  namesOf(orderId: string): string[] {
    return this.calls.filter((it) => it.orderId === orderId).map(({ name }) => name);
  }

  /** From now on the named call waits until it is let go. */
  hold(name: string): () => void {
    let release = (): void => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    this.answer = (called) => (called === name ? released : undefined);
    return () => release();
  }

  reset(): void {
    this.items = [tea];
    this.cartError = undefined;
    this.calls.length = 0;
    this.answer = () => {};
  }
}
