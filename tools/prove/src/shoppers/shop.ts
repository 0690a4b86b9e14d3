import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { ShopperPlan } from '../schedule/schedule.ts';
import type { Answer, History } from './history.ts';
import { HttpShopper } from './http.ts';

const ADDRESS = {
  name: 'Ada Example',
  line1: 'Rua Um 1',
  city: 'Lisboa',
  postalCode: '1000-001',
  country: 'PT',
};

/** Carries out one shopper's plan and writes down what it was told. Never throws: no answer is a fact, too. */
export async function shop(
  url: string,
  plan: ShopperPlan,
  products: readonly string[],
  history: History,
): Promise<void> {
  await wait(plan.after);
  const shopper = new HttpShopper(url);
  for (const index of plan.products) {
    const body = JSON.stringify({ productId: products[index], quantity: plan.quantity });
    await shopper.patiently('/api/cart/items', { method: 'POST', body });
  }
  const email = `${randomUUID()}@example.com`;
  const key = randomUUID();
  const requests = Array.from({ length: plan.requests }, () => order(shopper, plan, email, key));
  const answers = (await Promise.all(requests)).filter((answer) => answer !== undefined);
  history.answers.push(...answers);
  const orderId = answers.find((answer) => answer.orderId)?.orderId;
  if (orderId === undefined || plan.cancelAfter === null) return;
  await wait(plan.cancelAfter);
  const cancelled = await shopper.patiently(
    `/api/orders/${orderId}/cancellation`,
    { method: 'POST' },
    15_000,
  );
  if (cancelled?.status === 202) history.cancellations.push({ orderId });
}

async function order(
  shopper: HttpShopper,
  plan: ShopperPlan,
  email: string,
  key: string,
): Promise<Answer | undefined> {
  const headers = { 'idempotency-key': key, ...(plan.wait > 0 ? { prefer: `wait=${plan.wait}` } : {}) };
  const body = JSON.stringify({ email, shippingAddress: ADDRESS, payment: { token: plan.token } });
  // Who waited for a settled order and lost the answer is told "still running" until the first request's lease is over.
  const patience = plan.wait > 0 ? 5_000 : 30_000;
  const answer = await shopper.patiently('/api/orders', { method: 'POST', headers, body }, patience);
  if (!answer) return undefined;
  const { orderId, status, code } = answer.body as { orderId?: string; status?: string; code?: string };
  const accepted = answer.status < 300;
  return {
    ...{ email, key, token: plan.token, status: answer.status },
    orderId: accepted ? orderId : undefined,
    state: accepted ? status : undefined,
    code: accepted ? undefined : code,
  };
}
