import { setTimeout as wait } from 'node:timers/promises';
import { check } from '../checkers/check.ts';
import type { Listeners } from '../checkers/events.ts';
import type { Snapshot, Violation } from '../checkers/snapshot.ts';
import type { ProvingGround } from '../ground/proving-ground.ts';
import { readSnapshot } from '../ground/read-snapshot.ts';
import type { History } from '../shoppers/history.ts';
import { repair } from './repair.ts';

interface Expectations {
  history: History;
  listeners: Listeners;
  poison: ReadonlySet<string>;
  /** What was wrong before this run is not its fault. */
  known: ReadonlySet<string>;
  /** Milliseconds after which what is still wrong is a violation. */
  limit: number;
  /** Whether an operator is there who repairs what can be repaired. */
  repairs: boolean;
  /** What shoppers choose from. */
  products: readonly string[];
}

export const nameOf = ({ rule, subject, text }: Violation): string => `${rule} ${subject} ${text}`;

/** Waits until everything agrees. What never agrees, or not within the limit, is a violation. */
export async function settle(
  ground: ProvingGround,
  { known, limit, repairs, products, ...facts }: Expectations,
): Promise<{ violations: Violation[]; snapshot: Snapshot }> {
  const end = Date.now() + limit;
  for (let pause = 100; ; pause = Math.min(pause * 1.5, 1_000)) {
    const snapshot = await readSnapshot(ground).catch(() => undefined);
    if (snapshot) {
      const violations = check(snapshot, facts).filter((it) => !known.has(nameOf(it)));
      if (violations.length === 0 || Date.now() > end) return { violations, snapshot };
      if (repairs) await repair(ground, snapshot, products).catch(() => {});
    } else if (Date.now() > end && repairs) throw new Error('the databases cannot be read');
    await wait(pause);
  }
}
