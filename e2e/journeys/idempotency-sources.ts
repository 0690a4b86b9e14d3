/** Who wrote a rule about idempotency keys down, and where. */
export const SOURCES = {
  draft: {
    name: 'IETF draft "The Idempotency-Key HTTP Header Field" (httpapi working group)',
    url: 'https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/',
  },
  stripe: {
    name: 'Stripe, API reference, Idempotent requests',
    url: 'https://docs.stripe.com/api/idempotent_requests',
  },
  rides: {
    name: 'brandur/rocket-rides-atomic',
    url: 'https://github.com/brandur/rocket-rides-atomic',
  },
  spree: {
    name: 'Spree, Store API, Idempotency',
    url: 'https://spreecommerce.org/docs/api-reference/store-api/idempotency',
  },
} as const;

/** A source and the place in it, such as `draft 2.7`. */
export type Source = keyof typeof SOURCES | `${keyof typeof SOURCES} ${string}`;
