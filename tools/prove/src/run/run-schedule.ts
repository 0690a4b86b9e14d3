import type { Listeners } from '../checkers/events.ts';
import { endFaults, inject } from '../faults/inject.ts';
import type { ProvingGround } from '../ground/proving-ground.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { History } from '../shoppers/history.ts';
import { shop } from '../shoppers/shop.ts';
import type { Outcome } from './outcome.ts';
import { nameOf, settle } from './settle.ts';

/** What is kept from run to run. */
export interface Proof {
  ground: ProvingGround;
  listeners: Listeners;
  products: readonly string[];
  /** Everything that shoppers were told so far: it must stay true. */
  history: History;
  poison: Set<string>;
  /** Violations that were reported already. */
  known: Set<string>;
  /** Milliseconds after the faults in which everything must agree again. */
  settling: number;
}

/** Milliseconds that faults go on after the last shopper was answered, unless everything is at rest before. */
const LINGERING = 2_500;

/** Lets the shoppers shop while the faults happen, heals, waits until everything is at rest, and checks. */
export async function runSchedule(schedule: Schedule, proof: Proof): Promise<Outcome> {
  const { ground, products, history, poison } = proof;
  const began = performance.now();
  const before = history.answers.length;
  const context = { ground, products, poison };
  const faults = schedule.faults.map((fault) => inject(fault, context));
  // What is armed is armed before the first shopper comes.
  await Promise.all(faults.filter((_it, index) => schedule.faults[index]!.after === 0));
  const shopping = schedule.shoppers.map((plan) => shop(ground.system.url, plan, products, history));
  const injected = await Promise.all(faults);
  await Promise.all(shopping);
  const over = performance.now();
  // Shoppers are answered long before everything is done: what follows shall suffer, too.
  await settle(ground, { ...proof, limit: LINGERING, repairs: false });
  await endFaults(context);
  const { violations, snapshot } = await settle(ground, { ...proof, limit: proof.settling, repairs: true });
  for (const it of violations) proof.known.add(nameOf(it));
  const ids = new Set(history.answers.slice(before).map(({ orderId }) => orderId));
  const ended = Map.groupBy(
    snapshot.orders.filter(({ id }) => ids.has(id)),
    ({ status }) => status,
  );
  return {
    schedule,
    violations,
    answers: history.answers.length - before,
    ended: Object.fromEntries([...ended].map(([status, orders]) => [status, orders.length])),
    missed: injected.filter((it) => it !== 'done'),
    lasted: Math.round(performance.now() - began),
    settled: Math.round(performance.now() - over),
  };
}
