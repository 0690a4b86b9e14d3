import { join } from 'node:path';
import { integer, loadSettings, optional, port, text } from '@tradewind/config';

/** In the repository. */
export const defaultCatalogue = join(import.meta.dirname, '../../../apps/product/catalogue');

export const declarations = {
  port: port('PORT', 'The port of the shop; the services listen at fixed distances from it.', 8_080),
  productAddress: optional(
    text('PRODUCT_ADDRESS', 'The product service; PORT + 11 on this machine unless given.'),
  ),
  inventoryAddress: optional(
    text('INVENTORY_ADDRESS', 'The inventory service; PORT + 12 on this machine unless given.'),
  ),
  catalogueDirectory: text('CATALOGUE_DIRECTORY', 'Has the categories and products.', defaultCatalogue),
  attempts: integer('SEED_ATTEMPTS', 'Tries of each call in all.', 4),
};

export interface Addresses {
  product: string;
  inventory: string;
}

export function readSettings(): { addresses: Addresses; attempts: number; catalogueDirectory: string } {
  const {
    port: base,
    catalogueDirectory,
    productAddress,
    inventoryAddress,
    attempts,
  } = loadSettings('seed', declarations, process.env);
  const addresses = {
    product: productAddress ?? `127.0.0.1:${base + 11}`,
    inventory: inventoryAddress ?? `127.0.0.1:${base + 12}`,
  };
  return { addresses, attempts, catalogueDirectory };
}
