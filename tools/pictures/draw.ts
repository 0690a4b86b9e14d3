import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readCategories, readProducts } from './catalogue.ts';
import type { Product } from './catalogue.ts';
import { problems } from './check.ts';
import { newUuidV7 } from './identifier.ts';
import { mark, missing } from './brand.ts';
import { backdrops } from './palette.ts';
import { recipes } from './recipes/index.ts';
import { picture } from './scene.ts';

const HELP = `Draws one SVG for each product of the catalogue.

  node tools/pictures/draw.ts               draw all pictures, the fallback and the mark
  node tools/pictures/draw.ts --only SKU    draw one product
  node tools/pictures/draw.ts --check       compare catalogue and pictures; exit 1 names every problem
  node tools/pictures/draw.ts --new-id      print a fresh UUIDv7 for a new product
  node tools/pictures/draw.ts --help        this text`;

const publicFolder = new URL('../../apps/storefront/public/', import.meta.url);
const pictureFolder = new URL('pictures/', publicFolder);

function drawProduct({ sku, category }: Product): void {
  const scene = recipes[sku];
  if (!scene) throw new Error(`${sku}: no recipe; add one to tools/pictures/recipes/${category}.ts`);
  const choices = backdrops[category];
  if (!choices)
    throw new Error(`${sku}: no backdrop for category ${category}; add one to tools/pictures/palette.ts`);
  // The number at the end of a SKU never moves, so a new product does not repaint its neighbours.
  const backdrop = choices[Number(sku.slice(-3)) % choices.length]!;
  writeFileSync(new URL(`${sku.toLowerCase()}.svg`, pictureFolder), picture(scene, backdrop));
}

function draw(only: string | undefined): void {
  const products = readProducts().filter(({ sku }) => only === undefined || sku === only);
  if (products.length === 0) throw new Error(`${only}: no such SKU in the catalogue`);
  mkdirSync(pictureFolder, { recursive: true });
  products.forEach(drawProduct);
  if (only === undefined) {
    writeFileSync(new URL('_missing.svg', pictureFolder), missing());
    writeFileSync(new URL('tradewind-mark.svg', publicFolder), mark());
  }
  console.log(`drew ${products.length} picture${products.length === 1 ? '' : 's'}`);
}

function check(): void {
  const pictures = readdirSync(pictureFolder).map((name) => name.replace(/\.svg$/, ''));
  const products = readProducts();
  const found = problems({ products, categories: readCategories(), pictures });
  found.forEach((problem) => console.error(problem));
  if (found.length > 0) process.exitCode = 1;
  else console.log(`${products.length} products, every one with its picture`);
}

function main(): void {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      check: { type: 'boolean' },
      'new-id': { type: 'boolean' },
      only: { type: 'string' },
    },
  });
  if (values.help) console.log(HELP);
  else if (values['new-id']) console.log(newUuidV7());
  else if (values.check) check();
  else draw(values.only);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
