import { eventually } from '@tradewind/testing';
import { expect } from 'vitest';
import { brokenInvariants, operate, setFault } from './operator.ts';
import { plentifulProduct, Shopper, type Order } from './shop.ts';

/** A fault switch as the control room lists it. */
export interface Fault {
  name: string;
  kind: string;
  services: string[];
  title: string;
  expect: string;
  after: string;
  pattern: string;
  see: string;
  unit: string | null;
  value: number | null;
  defaultValue: number | null;
  minimum: number | null;
  maximum: number | null;
  enabled: boolean;
  expiresAt: string | null;
  notApplicable: string | null;
}

/** What a person would try with one switch. */
export interface Trial {
  fault: string;
  value?: number;
  /** What shoppers see and where the pattern shows, in one sentence. */
  effect: string;
  /**
   * Shops while the switch is on, as somebody whose cart was filled before.
   * @returns what must come true once it is off
   */
  meanwhile: (shopper: Shopper) => Promise<(() => Promise<unknown>) | void>;
}

/** Milliseconds after which the shop must be as good as before. */
const RECOVERED_WITHIN = 10_000;

export const listFaults = async (): Promise<Fault[]> =>
  (await operate<{ items: Fault[] }>('/ops/api/faults')).items;

export async function faultNamed(name: string): Promise<Fault> {
  const found = (await listFaults()).find((fault) => fault.name === name);
  if (!found) throw new Error(`no fault is called ${name}`);
  return found;
}

/** On; shoppers; off; a new order is confirmed soon; what waited comes true; money, stock, events and mail agree. */
export async function tryOut({ fault, value, meanwhile }: Trial): Promise<void> {
  const shopper = await shopperWithCart();
  await setFault(fault, true, value);
  expect(await faultNamed(fault)).toMatchObject({ enabled: true });
  const afterwards = await meanwhile(shopper);
  await setFault(fault, false);
  await recovered();
  await afterwards?.();
  await everythingAgrees();
}

/** A shopper whose cart has one thing in it. */
export async function shopperWithCart(): Promise<Shopper> {
  const shopper = new Shopper();
  const { id } = await something(shopper);
  expect((await shopper.add(id)).status).toBe(200);
  return shopper;
}

let plenty: ReturnType<typeof plentifulProduct> | undefined;

/** Looked for once: while the catalogue is away it cannot be. */
export const something = (shopper = new Shopper()): ReturnType<typeof plentifulProduct> =>
  (plenty ??= plentifulProduct(shopper));

/** Places an order and does not wait for its end. */
export async function placed(shopper: Shopper, token = 'tok_ok'): Promise<string> {
  const { status, body } = await shopper.order(token, { wait: 0 });
  expect(status).toBe(202);
  return body.orderId;
}

export const ended = (shopper: Shopper, orderId: string, within = 40_000): Promise<Order> =>
  eventually(
    async () => {
      const order = await shopper.read(orderId);
      expect(['confirmed', 'rejected', 'cancelled']).toContain(order.status);
      return order;
    },
    { within, every: 100 },
  );

/** How often a step of an order has been tried in vain. */
export const failedTries = (order: Order, step: string): number =>
  order.timeline.filter((mark) => mark.step === step && ['retrying', 'failed'].includes(mark.outcome)).length;

/** A new shopper's order is confirmed at once, as on any other day. */
async function recovered(): Promise<void> {
  const end = performance.now() + RECOVERED_WITHIN;
  await eventually(
    async () => {
      const shopper = await shopperWithCart();
      const left = Math.max(1, Math.floor((end - performance.now()) / 1_000));
      const { body } = await shopper.order('tok_ok', { wait: Math.min(left, 5) });
      expect(body.status).toBe('confirmed');
    },
    { within: RECOVERED_WITHIN, every: 200 },
  );
}

async function everythingAgrees(): Promise<void> {
  await eventually(async () => expect(await brokenInvariants()).toEqual([]), { within: 20_000, every: 300 });
}
