import { setTimeout as wait } from 'node:timers/promises';
import type { Snapshot, Violation } from '../checkers/snapshot.ts';
import { shopper } from '../schedule/plain-shopper.ts';
import { shop } from '../shoppers/shop.ts';
import type { Proof } from './run-schedule.ts';
import { settle } from './settle.ts';

export interface KilledInFlight {
  /** Orders that were pending when everything was killed. */
  inFlight: number;
  /** Milliseconds from the kill until every process was ready again. */
  restarted: number;
  /** Milliseconds from then until every order had come to its end. */
  terminal: number;
  violations: Violation[];
  snapshot: Snapshot;
}

/** Here every saga waits until everybody has ordered; the kill ends the waiting. */
const HELD = 'serve:tradewind.payment.v1.PaymentService/Authorize:before';
const HOLD = { action: { do: 'wait', milliseconds: 9_000 }, at: 1, times: 1_000_000 } as const;
const PENDING = `select count(*)::int as count from orders where status = 'pending'`;

/** So many orders on their way, then kill -9 of every process and of PostgreSQL. */
export async function killInFlight(orders: number, proof: Proof): Promise<KilledInFlight> {
  const { ground, products, history } = proof;
  const pending = async (): Promise<number> =>
    (await ground.databases.rows<{ count: number }>('order', PENDING))[0]!.count;
  await ground.failpoints.arm('payment', HELD, HOLD);
  const shopping = Array.from({ length: orders }, (_, index) =>
    shop(ground.system.url, shopper({ after: index * 2, products: [index % 3] }), products, history),
  );
  await Promise.all(shopping);
  const inFlight = await pending();

  const killed = performance.now();
  const { system } = ground;
  await Promise.all(system.services.filter(({ pid }) => pid).map(({ name }) => system.kill(name, 'SIGKILL')));
  for (const { name } of system.services) await system.waitUntilReady(name, 60_000);
  const ready = performance.now();
  while ((await pending().catch(() => 1)) > 0) await wait(50);
  const terminal = performance.now() - ready;
  const settled = await settle(ground, { ...proof, limit: proof.settling, repairs: true });
  return { inFlight, restarted: ready - killed, terminal, ...settled };
}
