// Fills a running shop: npm run seed -- --help
import { isAppError } from '@tradewind/kernel';
import { readCatalogue } from './catalogue.ts';
import { fill } from './fill.ts';
import { HELP, readOptions, type Options } from './options.ts';
import { readSettings, type Addresses } from './seed.config.ts';
import { connectShop } from './shop.ts';

async function seed({ products }: Options): Promise<void> {
  const { addresses, attempts, catalogueDirectory } = readSettings();
  const catalogue = await readCatalogue(catalogueDirectory);
  const total = Math.max(catalogue.products.length, products ?? 0);
  const shop = connectShop(addresses, attempts);
  try {
    const began = performance.now();
    const report = await fill(shop, catalogue, total, showProgress);
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    console.log(
      `${report.products} products, ${report.changed} new or changed, ${report.stocked} stocked, in ${seconds} s`,
    );
  } catch (error) {
    throw explain(error, addresses);
  } finally {
    shop.close();
  }
}

function showProgress(done: number, total: number): void {
  const few = total <= 1_000 || (done % 10_000 !== 0 && done < total && !process.stdout.isTTY);
  if (few) return;
  const percent = Math.floor((done / total) * 100);
  if (process.stdout.isTTY)
    process.stdout.write(`\r${done} of ${total} products (${percent} %)${done < total ? '' : '\n'}`);
  else console.log(`${done} of ${total} products (${percent} %)`);
}

function explain(error: unknown, { product, inventory }: Addresses): unknown {
  if (!isAppError(error) || !['unavailable', 'timeout'].includes(error.kind)) return error;
  return new Error(
    `The shop does not answer (${error.message}).\nStart it with npm start, or say where it is: PORT, or PRODUCT_ADDRESS (${product}) and INVENTORY_ADDRESS (${inventory}).`,
  );
}

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(HELP);
  else await seed(options);
} catch (error) {
  console.error(isAppError(error) ? `${error.code}: ${error.message}` : (error as Error).message);
  process.exitCode = 1;
}
