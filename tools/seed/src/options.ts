import { parseArgs } from 'node:util';

export const HELP = `Fills a running shop with the catalogue of apps/product/catalogue and its stock.
It is safe to repeat: what is there already stays as it is.

  npm run seed                        the catalogue
  npm run seed -- --products 100000   and generated products, up to so many in all

Settings: PORT (8080), or PRODUCT_ADDRESS and INVENTORY_ADDRESS.`;

export interface Options {
  help: boolean;
  /** In all, the catalogue included; undefined: the catalogue only. */
  products: number | undefined;
}

/** @throws with a message for people */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: { help: { type: 'boolean', short: 'h', default: false }, products: { type: 'string' } },
  });
  const { help, products } = values;
  if (products === undefined) return { help, products };
  if (!/^[1-9]\d{0,6}$/.test(products))
    throw new Error(`--products wants a number up to 9,999,999, not "${products}"`);
  return { help, products: Number(products) };
}
