import { freePort, makeTemporaryFolder } from '@tradewind/launcher';
import { expect, it } from 'vitest';
import { killInFlight } from '../src/run/kill-in-flight.ts';
import { openProof } from '../src/run/open-proof.ts';

const ORDERS = 500;

/** Of every try: what went wrong once is not forgotten when the next goes well. */
const broken: unknown[] = [];

it(
  `${ORDERS} orders in flight, kill -9 of every process and PostgreSQL: all end, and everything agrees`,
  { retry: 2 },
  async () => {
    const { path: folder, remove } = makeTemporaryFolder('in-flight');
    const { proof } = await openProof({ folder, port: await freePort(), bus: 'postgres', warmUp: false });
    try {
      const { inFlight, restarted, terminal, violations, snapshot } = await killInFlight(ORDERS, proof);
      // How long it takes is told, not asserted: it depends on the machine.
      console.log(
        `${inFlight} in flight; ready again after ${Math.round(restarted)} ms, all at their end ${Math.round(terminal)} ms later`,
      );
      broken.push(...violations);
      expect(broken).toEqual([]);
      // A machine that is too busy for so many at once gets another try: this is what is to be shown, not what must hold.
      const { answers } = proof.history;
      const told = Object.groupBy(answers, ({ status, code }) => `${status} ${code ?? ''}`);
      const counts = Object.entries(told).map(([what, some]) => `${some!.length} × ${what}`);
      expect(snapshot.orders, `shoppers were told: ${counts.join(', ')}`).toHaveLength(ORDERS);
      expect(inFlight).toBeGreaterThan(ORDERS / 2);
    } finally {
      await proof.ground.close();
      remove();
    }
  },
);
