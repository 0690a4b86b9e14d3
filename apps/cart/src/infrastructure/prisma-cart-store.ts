import { Inject, Injectable } from '@nestjs/common';
import { createPrisma, type Database } from '@tradewind/database';
import { DATABASE } from '@tradewind/service-defaults';
import { PrismaClient, type Prisma } from '../../generated/prisma/client.ts';
import { CartStore } from '../application/ports/cart-store.ts';
import { cartIdOf } from '../application/cart-id.ts';
import type { Cart, CartItem } from '../domain/cart.ts';

type StoredItem = Awaited<ReturnType<PrismaClient['cartItem']['findMany']>>[number];
type Client = Pick<Prisma.TransactionClient, 'cart' | 'cartItem'>;

// Every order reads a cart: one statement, where Prisma would need two.
const FIND = `select c.version::float8 as version, coalesce(json_agg(json_build_object('productId', i.product_id, 'sku', i.sku,
    'name', i.name, 'unitPrice', json_build_object('amount', i.unit_price, 'currency', i.currency),
    'imageUrl', i.image_url, 'quantity', i.quantity) order by i.position) filter (where i.cart_id is not null), '[]') as items
  from cart c left join cart_item i on i.cart_id = c.id where c.shopper_id = $1 group by c.id`;

// Creates the cart when it is the shopper's first change, and locks it in any case.
const LOCK = `insert into cart (id, shopper_id) values ($1, $2)
  on conflict (shopper_id) do update set shopper_id = excluded.shopper_id returning version::float8 as version`;

@Injectable()
export class PrismaCartStore extends CartStore {
  private readonly prisma;

  constructor(@Inject(DATABASE) private readonly database: Database) {
    super();
    this.prisma = createPrisma(database, PrismaClient);
  }

  async find(shopperId: string): Promise<Cart> {
    const [row] = await this.database.query<Pick<Cart, 'version' | 'items'>>('cart.find', FIND, [shopperId]);
    return { id: cartIdOf(shopperId), shopperId, items: row?.items ?? [], version: row?.version ?? 0 };
  }

  change(shopperId: string, change: (cart: Cart) => Cart): Promise<Cart> {
    const id = cartIdOf(shopperId);
    return this.prisma.transaction(async (client, sql) => {
      const [row] = await sql.query<{ version: number }>('cart.lock', LOCK, [id, shopperId]);
      const stored = await client.cartItem.findMany({ where: { cartId: id }, orderBy: { position: 'asc' } });
      const before: Cart = { id, shopperId, items: stored.map(toItem), version: row!.version };
      const after = change(before);
      if (after !== before) await save(client, stored, after);
      return after;
    });
  }
}

async function save(
  client: Client,
  stored: StoredItem[],
  { id: cartId, items, version }: Cart,
): Promise<void> {
  const kept = new Set(items.map(({ productId }) => productId));
  const gone = stored.map(({ productId }) => productId).filter((productId) => !kept.has(productId));
  if (gone.length > 0) await client.cartItem.deleteMany({ where: { cartId, productId: { in: gone } } });
  let position = Math.max(0, ...stored.map((it) => it.position));
  for (const item of items) {
    const known = stored.find(({ productId }) => productId === item.productId);
    const data = toStored(item);
    if (!known) await client.cartItem.create({ data: { cartId, position: ++position, ...data } });
    else if (!isSame(known, data)) {
      const where = { cartId_productId: { cartId, productId: item.productId } };
      await client.cartItem.update({ where, data });
    }
  }
  await client.cart.update({ where: { id: cartId }, data: { version } });
}

type StoredData = Omit<StoredItem, 'cartId' | 'position'>;

function toStored({ unitPrice: { amount, currency }, ...same }: CartItem): StoredData {
  return { ...same, unitPrice: BigInt(amount), currency };
}

function isSame(known: StoredItem, data: StoredData): boolean {
  return (Object.keys(data) as (keyof StoredData)[]).every((key) => known[key] === data[key]);
}

function toItem({ unitPrice, currency, productId, sku, name, imageUrl, quantity }: StoredItem): CartItem {
  return { productId, sku, name, unitPrice: { amount: Number(unitPrice), currency }, imageUrl, quantity };
}
