import { z } from 'zod';

/** What the interface takes. The same schemas check requests and describe them in the OpenAPI document. */

const trimmed = (maximum: number) => z.string().trim().min(1).max(maximum);
const wholeNumber = z
  .string()
  .regex(/^\d{1,12}$/, 'must be a whole number')
  .transform(Number);

export const productQuery = z.strictObject({
  query: z.string().max(200).default('').describe('Words to look for.'),
  category: z.string().max(64).default('').describe("A category's id."),
  minPrice: wholeNumber.optional().describe('Minor units, inclusive.'),
  maxPrice: wholeNumber.optional().describe('Minor units, inclusive.'),
  inStock: z.enum(['true', 'false']).default('false').describe('Only what can be bought now.'),
  sort: z.enum(['relevance', 'price-asc', 'price-desc', 'name', 'newest']).default('relevance'),
  pageSize: wholeNumber.pipe(z.number().min(1).max(100)).default(24),
  pageToken: z.string().max(512).default(''),
});

const quantity = z.int('must be a whole number').min(1).max(999).describe('1 to 999.');

export const newCartItem = z.strictObject({ productId: z.string().min(1).max(64), quantity });
export const changedCartItem = z.strictObject({ quantity });

export const newOrder = z.strictObject({
  email: z.email('is not an e-mail address').max(320),
  shippingAddress: z.strictObject({
    name: trimmed(200),
    line1: trimmed(200),
    city: trimmed(100),
    postalCode: trimmed(20),
    country: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166-1 code of two letters'),
  }),
  payment: z.strictObject({ token: z.string().min(1).max(255) }),
});

export const pageQuery = z.strictObject({
  pageSize: wholeNumber.pipe(z.number().min(1).max(100)).default(20),
  pageToken: z.string().max(512).default(''),
});
