import { freePort, makeTemporaryFolder } from '@tradewind/launcher';
import { expect, it } from 'vitest';
import { killInFlight } from '../src/run/kill-in-flight.ts';
import { openProof } from '../src/run/open-proof.ts';

const ORDERS = 500;

it(`${ORDERS} orders in flight, kill -9 of every process and PostgreSQL: all end, and everything agrees`, async () => {
  const { path: folder, remove } = makeTemporaryFolder('in-flight');
  const { proof } = await openProof({ folder, port: await freePort(), bus: 'postgres', warmUp: false });
  try {
    const { inFlight, restarted, terminal, violations, snapshot } = await killInFlight(ORDERS, proof);
    // How long it takes is told, not asserted: it depends on the machine.
    console.log(
      `${inFlight} in flight; ready again after ${Math.round(restarted)} ms, all at their end ${Math.round(terminal)} ms later`,
    );
    expect(violations).toEqual([]);
    expect(snapshot.orders).toHaveLength(ORDERS);
    expect(inFlight).toBeGreaterThan(ORDERS / 2);
  } finally {
    await proof.ground.close();
    remove();
  }
});
