import { isUuid, timeOfUuidV7 } from '@tradewind/kernel';
import { expect, test } from 'vitest';
import { readCatalogue } from './catalogue.ts';
import { defaultCatalogue } from './seed.config.ts';
import { createGenerator } from './generate-products.ts';

const { products: catalogue, categories } = await readCatalogue(defaultCatalogue);
const generate = createGenerator(catalogue);
const many = Array.from({ length: 2_000 }, (_, index) => generate(index));

test('the same number is the same product, always', () => {
  expect(createGenerator(catalogue)(1_234)).toEqual(many[1_234]);
});

test('ids are valid, different, and in order of their numbers', () => {
  expect(many.every(({ id }) => isUuid(id))).toBe(true);
  expect(new Set([...many, ...catalogue].map(({ id }) => id)).size).toBe(many.length + catalogue.length);
  expect(many.map(({ id }) => timeOfUuidV7(id))).toEqual(
    many.map((_, index) => timeOfUuidV7(many[0]!.id) + index),
  );
});

test('SKUs are different, also from those of the catalogue', () => {
  expect(new Set([...many, ...catalogue].map(({ sku }) => sku)).size).toBe(many.length + catalogue.length);
});

test('each has a category that exists, a price, a stock of 1,000 or more and a picture', () => {
  const known = new Set(categories.map(({ id }) => id));
  for (const { category, price, stock, image } of many) {
    expect(known).toContain(category);
    expect(Number.isInteger(price.amount) && price.amount >= 100).toBe(true);
    expect(stock).toBeGreaterThanOrEqual(1_000);
    expect(image).toMatch(/^\/pictures\//);
  }
});

test('all categories have some', () => {
  expect(new Set(many.map(({ category }) => category)).size).toBe(categories.length);
});
