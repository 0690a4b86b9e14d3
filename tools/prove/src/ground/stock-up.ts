import { PRODUCTS } from './catalogue.ts';
import type { ProvingGround } from './proving-ground.ts';

/** Plenty of three products; of the last so little that its level is told with every sale, and that it runs out now and then. */
const AMOUNTS = [50_000, 50_000, 50_000, 60];
const PICK = `select product_id as id from stock where on_hand - reserved > 20 order by product_id limit ${PRODUCTS}`;

/** @returns ids of the products that shoppers choose from */
export async function stockUp(ground: ProvingGround): Promise<string[]> {
  const products = (await ground.databases.rows<{ id: string }>('inventory', PICK)).map(({ id }) => id);
  await restock(ground, products, AMOUNTS);
  return products;
}

/** The scarce product is there again. */
export async function refill(ground: ProvingGround, products: readonly string[]): Promise<void> {
  await restock(ground, products.slice(-1), AMOUNTS.slice(-1));
}

async function restock(
  ground: ProvingGround,
  products: readonly string[],
  amounts: readonly number[],
): Promise<void> {
  const lines = products.map((productId, index) => ({ productId, quantity: amounts[index] }));
  await ground.databases.rows('inventory', 'select restock($1, $2::jsonb)', [
    `prove:${Date.now()}:${Math.round(performance.now())}`,
    JSON.stringify(lines),
  ]);
}
