import type { Transaction } from '@tradewind/database';
import type { Outbox } from '@tradewind/event-bus';
import type { Money } from '@tradewind/kernel';
import { CartEffects, type CheckOut } from '../application/ports/cart-effects.ts';

/** Gathers what a batch of events does to carts and stores it in its transaction, with one statement for all of a kind. */
export class PostgresCartEffects extends CartEffects {
  private readonly checkOuts: CheckOut[] = [];
  private readonly prices = new Map<string, Money>();

  checkOut(checkOut: CheckOut): void {
    this.checkOuts.push(checkOut);
  }

  changePrice(productId: string, price: Money): void {
    this.prices.set(productId, price);
  }

  async store(sql: Transaction, outbox: Outbox): Promise<void> {
    if (this.checkOuts.length > 0) await this.storeCheckOuts(sql, outbox);
    if (this.prices.size > 0) {
      const prices = [...this.prices].map(([productId, price]) => ({ productId, ...price }));
      await sql.query('cart.change-prices', 'select change_cart_prices($1::jsonb)', [JSON.stringify(prices)]);
    }
  }

  private async storeCheckOuts(sql: Transaction, outbox: Outbox): Promise<void> {
    const values = this.checkOuts.map(({ orderId, shopperId, lines }) => ({ orderId, shopperId, lines }));
    const rows = await sql.query<{ order_id: string }>(
      'cart.check-out',
      'select order_id from check_out_carts($1::jsonb)',
      [JSON.stringify(values)],
    );
    const done = new Set(rows.map((row) => row.order_id));
    const events = this.checkOuts.filter(({ orderId }) => done.has(orderId)).map((it) => it.checkedOut);
    await outbox.append(sql, events);
  }
}
