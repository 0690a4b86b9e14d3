/** What the interface answers, as JSON Schema 2020-12. */

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const list = (items: object) => ({ type: 'array', items });
const orNull = (schema: { type: string }) => ({ ...schema, type: [schema.type, 'null'] });
const object = (properties: Record<string, object>, optional: string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

const product = {
  id: text,
  sku: text,
  name: text,
  description: text,
  category: text,
  imageUrl: text,
  imageAlt: text,
  price: ref('Money'),
  availability: { enum: ['in-stock', 'low', 'out'] },
  tags: list(text),
  attributes: { type: 'object', additionalProperties: text },
};
const line = {
  productId: text,
  sku: text,
  name: text,
  quantity: whole,
  unitPrice: ref('Money'),
  lineTotal: ref('Money'),
};

export const responseSchemas = {
  Money: {
    ...object({ amount: whole, currency: text }),
    description: 'Integer minor units and an ISO 4217 code.',
  },
  Problem: {
    ...object(
      {
        type: text,
        title: text,
        status: whole,
        detail: text,
        code: { ...text, description: 'Stable: programs may rely on it.' },
        traceId: orNull(text),
        errors: list(object({ field: text, message: text })),
      },
      ['errors'],
    ),
    description: 'RFC 9457.',
  },
  Product: object(product),
  ProductPage: object({
    items: list(ref('Product')),
    facets: list(object({ name: text, values: list(object({ value: text, label: text, count: whole })) })),
    total: whole,
    degraded: {
      ...list(text),
      description: '`product`: the product service is away, and this is what was known `Age` seconds ago.',
    },
    nextPageToken: orNull(text),
    searchVersion: text,
  }),
  ProductDetail: object({
    ...product,
    stock: { anyOf: [object({ available: whole }), { type: 'null' }] },
    recommendations: { anyOf: [list(ref('Product')), { type: 'null' }] },
    degraded: { ...list(text), description: 'Services whose part could not be had; the part is null.' },
  }),
  Cart: object({
    id: text,
    items: list(object({ ...line, imageUrl: text })),
    total: ref('Money'),
    version: whole,
  }),
  AcceptedOrder: object({ orderId: text, status: { const: 'pending' } }),
  Order: object({
    orderId: text,
    status: { enum: ['pending', 'confirmed', 'rejected', 'cancelled', 'shipped'] },
    reason: { anyOf: [object({ code: text, message: text }), { type: 'null' }] },
    lines: list(object(line)),
    total: ref('Money'),
    placedAt: { ...text, format: 'date-time' },
    timeline: list(
      object({
        at: { ...text, format: 'date-time' },
        step: text,
        outcome: text,
        attempt: whole,
        detail: orNull(text),
      }),
    ),
    traceId: text,
  }),
  OrderPage: object({ items: list(ref('Order')), nextPageToken: orNull(text) }),
  Session: object({
    shopperId: text,
    signedIn: { type: 'boolean' },
    name: orNull(text),
    email: orNull(text),
  }),
} as const;
