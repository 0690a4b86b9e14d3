import { eventually } from '@tradewind/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { processes, processNamed, resetFaults, setFault, type Process } from '../support/operator.ts';
import { productsInStock, Shopper } from '../support/shop.ts';

/** They have no database of their own, or are one. */
const WITHOUT_DATABASE = ['launcher', 'postgresql', 'kafka', 'gateway'];

let wakeUp: (() => void) | undefined;
afterEach(async () => {
  wakeUp?.();
  wakeUp = undefined;
  await resetFaults();
  await eventually(
    async () => expect(namesOf((await services()).filter(({ ready }) => !ready))).toEqual([]),
    {
      within: 20_000,
    },
  );
});

const services = async (): Promise<Process[]> =>
  (await processes()).filter(({ name }) => !['launcher', 'postgresql', 'kafka'].includes(name));
const namesOf = (some: Process[]): string[] => some.map(({ name }) => name).toSorted();

describe('readiness', () => {
  it('of a service does not depend on the services that it calls', async () => {
    await setFault('product-down', true);
    await setFault('payment-down', true);
    const shopper = new Shopper();
    await eventually(async () => {
      const { status } = await shopper.call('/api/products?maxPrice=4321');
      expect(status).toBe(503);
    });
    const away = (await services()).filter(({ ready }) => !ready);
    expect(namesOf(away)).toEqual(['payment', 'product']);
  });

  it('follows its own database, and nobody is restarted for that', async () => {
    const before = await services();
    const [product] = await productsInStock(new Shopper());
    const { pid } = await processNamed('postgresql');
    process.kill(pid, 'SIGSTOP');
    wakeUp = () => void process.kill(pid, 'SIGCONT');
    await eventually(
      async () => {
        const away = namesOf((await services()).filter(({ ready }) => !ready));
        expect(away).toEqual(namesOf(before).filter((name) => !WITHOUT_DATABASE.includes(name)));
      },
      { within: 20_000 },
    );
    // What has a connection goes on: readiness says that no more work should come, not that nothing works.
    expect((await new Shopper().call(`/api/products/${product!.id}`)).status).toBe(200);
    wakeUp();
    wakeUp = undefined;
    await eventually(async () => expect((await services()).every(({ ready }) => ready)).toBe(true), {
      within: 20_000,
    });
    const pids = (some: Process[]): string[] => some.map(({ name, pid: own }) => `${name} ${own}`);
    expect(pids(await services())).toEqual(pids(before));
  });
});
