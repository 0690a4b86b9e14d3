import type { ShopperPlan } from './schedule.ts';

/** A shopper who buys one thing with a good card and does not wait, but for what `plan` says. */
export const shopper = (plan: Partial<ShopperPlan> = {}): ShopperPlan => ({
  after: 0,
  products: [0],
  quantity: 1,
  token: 'tok_ok',
  requests: 1,
  wait: 0,
  cancelAfter: null,
  ...plan,
});

export const shoppers = (count: number, plan: Partial<ShopperPlan> = {}): ShopperPlan[] =>
  Array.from({ length: count }, () => shopper(plan));
