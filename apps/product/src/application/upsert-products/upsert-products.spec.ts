import { expect, test } from 'vitest';
import type { ProductDescription } from '../../domain/product.ts';
import { UpsertProducts } from './upsert-products.command.ts';

const product: ProductDescription = {
  id: '019cada8-5095-75c9-a625-97947707591a',
  sku: 'KIT-1',
  name: 'Santoku',
  description: '',
  category: 'kitchen',
  price: { amount: 13_900, currency: 'EUR' },
  imageUrl: '',
  imageAlt: '',
  tags: [],
  attributes: {},
};
const fields = (products: ProductDescription[], categories = []): string[] =>
  new UpsertProducts(products, categories).problems().map(({ field }) => field);

test('a product that is as it must be has no problems', () => {
  expect(fields([product])).toEqual([]);
});

test.each([
  ['id', { id: '42' }],
  ['sku', { sku: ' ' }],
  ['name', { name: 'x'.repeat(256) }],
  ['category', { category: '' }],
  ['price.amount', { price: { amount: 0.5, currency: 'EUR' } }],
  ['price.amount', { price: { amount: -1, currency: 'EUR' } }],
  ['price.currency', { price: { amount: 1, currency: 'euro' } }],
])('%s is checked', (field, wrong) => {
  expect(fields([{ ...product, ...wrong }])).toEqual([`products[0].${field}`]);
});

test('a call takes 1,000 products and no more, and no product twice', () => {
  const many = Array.from({ length: 1_001 }, (_, index) => ({
    ...product,
    id: product.id.slice(0, -4) + String(index).padStart(4, '0'),
  }));
  expect(fields(many.slice(1))).toEqual([]);
  expect(fields(many)).toEqual(['products']);
  expect(fields([product, product])).toEqual(['products']);
});
