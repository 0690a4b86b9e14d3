import { setTimeout as pause } from 'node:timers/promises';
import { eventually } from '@tradewind/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { percentileOf, shopping, type Load, type Request } from '../support/load.ts';
import { policyOf, seriesOf, type Policy } from '../support/observations.ts';
import { brokenInvariants, processNamed, resetFaults, setFault } from '../support/operator.ts';
import { productsInStock, Shopper } from '../support/shop.ts';

/** Requests of other routes while the provider is down: enough for a 99th percentile. */
const ENOUGH = 600;
/** A breaker that is half open lets two calls through at a time until three went well. */
const PROBES = 5;
/** What the payment service gives a call, in seconds: a bucket of its histogram. */
const LONGEST_CALL = '10';

let load: Load | undefined;
let wakeUp: (() => void) | undefined;
afterEach(async () => {
  await load?.stop();
  wakeUp?.();
  wakeUp = undefined;
  await resetFaults();
});

interface Sample {
  order: Policy;
  payment: Policy;
}

/** Both breakers on the way to the provider, looked at again and again. */
function watchBreakers(): { samples: Sample[]; stop(): Promise<void> } {
  const samples: Sample[] = [];
  const watching = new AbortController();
  const done = (async () => {
    while (!watching.signal.aborted) {
      samples.push({ order: await policyOf('order', 'payment'), payment: await policyOf('payment', 'psp') });
      await pause(100);
    }
  })();
  return {
    samples,
    stop() {
      watching.abort();
      return done;
    },
  };
}

const stateOf = ({ policies }: Policy): string | undefined => policies.breaker?.state;
const others = (requests: readonly Request[]): Request[] => requests.filter(({ what }) => what !== 'order');

const sentOf = ({ calls }: Policy): number => calls.total - calls.rejected;

/** How often each call that was let through was sent. */
function amplification(before: Policy, after: Policy): number {
  const calls = sentOf(after) - sentOf(before);
  return (calls + after.calls.retried - before.calls.retried) / calls;
}

/** Calls to the provider between the first and the last of these samples. */
const sentDuring = (samples: readonly Sample[]): number =>
  samples.length === 0 ? 0 : sentOf(samples.at(-1)!.payment) - sentOf(samples[0]!.payment);

async function callsBeyond(limit: string): Promise<number> {
  const buckets = await seriesOf('payment', 'rpc_server_seconds_bucket');
  const sum = (le: string): number =>
    buckets
      .filter(({ labels }) => labels.includes(`le="${le}"`) && labels.includes('PaymentService/'))
      .reduce((total, { value }) => total + value, 0);
  return sum('+Inf') - sum(limit);
}

const WAYS: [string, () => Promise<() => Promise<unknown>>][] = [
  [
    'refuses connections',
    async () => {
      await setFault('provider-unreachable', true);
      return () => setFault('provider-unreachable', false);
    },
  ],
  [
    'takes requests and never answers',
    async () => {
      const { pid } = await processNamed('psp-simulator');
      process.kill(pid, 'SIGSTOP');
      wakeUp = () => void process.kill(pid, 'SIGCONT');
      return async () => wakeUp!();
    },
  ],
];

describe('under load the payment provider', () => {
  it.each(WAYS)('%s: everything else goes on, and it is not run over when it is back', async (_, breakIt) => {
    const products = await productsInStock(new Shopper(), 60);
    load = shopping({ shoppers: 10, productIds: products.map(({ id }) => id), wait: 0, thinking: 100 });
    await eventually(() => expect(load!.requests.length).toBeGreaterThan(300));
    const normal = percentileOf(others(load.requests), 0.99);
    const late = await callsBeyond(LONGEST_CALL);
    const before = { order: await policyOf('order', 'payment'), payment: await policyOf('payment', 'psp') };
    const watch = watchBreakers();

    const mend = await breakIt();
    const from = Date.now();
    await eventually(
      () => expect(watch.samples.some(({ payment }) => stateOf(payment) === 'open')).toBe(true),
      {
        within: 30_000,
      },
    );
    const during = () => load!.requests.filter(({ at }) => at >= from);
    await eventually(() => expect(others(during()).length).toBeGreaterThan(ENOUGH), { within: 60_000 });
    const served = others(during());
    const refused = during().filter(({ outcome }) => outcome === 'ORDER.UNAVAILABLE');
    await mend();
    const mended = watch.samples.length;
    await eventually(
      () => {
        const { order, payment } = watch.samples.at(-1)!;
        expect([stateOf(order), stateOf(payment)]).toEqual(['closed', 'closed']);
      },
      { within: 30_000 },
    );
    const closed = watch.samples.length;
    const again = load.requests.length;
    await eventually(() => expect(load!.requests.length).toBeGreaterThan(again + 200), { within: 30_000 });
    await load.stop();
    await watch.stop();

    expect(served.filter(({ status }) => status >= 400 || status === 0)).toEqual([]);
    const p99 = percentileOf(served, 0.99);
    const slowest = percentileOf(load.requests, 1);
    const orders = amplification(before.order, await policyOf('order', 'payment'));
    const payments = amplification(before.payment, await policyOf('payment', 'psp'));
    console.log(
      `${served.length} other requests, p99 ${p99.toFixed(0)} ms (before ${normal.toFixed(0)} ms); slowest of all ${slowest.toFixed(0)} ms; ` +
        `${refused.length} orders refused early; calls sent ${orders.toFixed(2)} and ${payments.toFixed(2)} times`,
    );
    // Not slower than without the trouble, on a machine that has other work besides.
    expect(p99).toBeLessThan(Math.max(300, 3 * normal));
    expect(refused.length).toBeGreaterThan(0);
    expect(await callsBeyond(LONGEST_CALL)).toBe(late);
    expect(orders).toBeLessThanOrEqual(1.2);
    expect(payments).toBeLessThanOrEqual(1.2);
    const probing = watch.samples.slice(mended).filter(({ payment }) => stateOf(payment) === 'half-open');
    expect(sentDuring(probing)).toBeLessThanOrEqual(PROBES);
    // Once it is closed no more than are allowed are sent, nobody stands in line, and it stays closed.
    for (const { payment } of watch.samples.slice(closed)) {
      expect(stateOf(payment)).toBe('closed');
      expect(payment.policies.bulkhead!.queued).toBe(0);
    }
    await eventually(async () => expect(await brokenInvariants()).toEqual([]), {
      within: 40_000,
      every: 300,
    });
  });
});
