import { seededRandom } from '@tradewind/kernel';
import { between, weighted, type Random } from './chance.ts';
import { drawFault, type Catalogue } from './draw-fault.ts';
import { shopper } from './plain-shopper.ts';
import type { Schedule, ShopperPlan } from './schedule.ts';

/** How often a payment token is drawn, of 1,005. What takes many seconds is rare. */
const TOKENS: readonly [token: string, share: number][] = [
  ['tok_ok', 600],
  ['tok_lost_answer', 110],
  ['tok_error_once', 110],
  ['tok_declined', 100],
  ['tok_insufficient_funds', 60],
  ['tok_slow', 15],
  ['tok_late_success', 5],
  ['tok_unavailable', 5],
];

/** Draws a run. The same seed and catalogue always give the same schedule; what the machine makes of it is another matter. */
export function generate(seed: number, catalogue: Catalogue): Schedule {
  const random = seededRandom(seed);
  const shoppers = Array.from({ length: between(random, 6, 12) }, () => drawShopper(random, catalogue));
  const faults = Array.from({ length: between(random, 1, 3) }, () => drawFault(random, catalogue));
  return { seed, shoppers, faults };
}

/** Shoppers who pass nearly every failpoint, and are quick. */
export function quickShoppers(): ShopperPlan[] {
  return [
    shopper({ products: [0, 1, 1] }),
    shopper({ token: 'tok_declined' }),
    shopper({ token: 'tok_error_once', products: [2, 3] }),
    shopper({ token: 'tok_lost_answer', requests: 3 }),
    shopper({ wait: 3, cancelAfter: 100, products: [3] }),
  ];
}

/** Shoppers of every kind: what a process passes while they shop is what can be passed at all. */
export function everyKindOfShopper(): ShopperPlan[] {
  const tokens = TOKENS.map(([token]) => token).filter((token) => token !== 'tok_unavailable');
  return [
    ...tokens.map((token, index) => shopper({ token, products: [index % 4] })),
    ...quickShoppers(),
    shopper({ token: 'tok_slow', cancelAfter: 200 }),
  ];
}

function drawShopper(random: Random, { products }: Catalogue): ShopperPlan {
  const lines = between(random, 1, 3);
  return {
    after: between(random, 0, 1_500),
    // With replacement: the same product on two lines happens by itself.
    products: Array.from({ length: lines }, () => between(random, 0, products - 1)),
    quantity: between(random, 1, 3),
    token: weighted(random, TOKENS),
    requests: random() < 0.03 ? 50 : 1,
    wait: random() < 0.25 ? 3 : 0,
    cancelAfter: random() < 0.15 ? between(random, 0, 1_500) : null,
  };
}
