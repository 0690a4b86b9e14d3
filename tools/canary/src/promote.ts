import { setTimeout as wait } from 'node:timers/promises';
import { formatDuration } from '@tradewind/kubectl';
import { judge, type Measure, type Verdict } from './judge.ts';
import type { Limits } from './plan.ts';

export interface Walk {
  /** Percent, rising. */
  steps: readonly number[];
  /** Milliseconds that a step lasts at least. */
  pause: number;
  /** Milliseconds between two checks. */
  every: number;
  /** Milliseconds that a step waits for enough traffic, after its pause. */
  patience: number;
  limits: Limits;
}

export interface Surroundings {
  /** Gives the candidate so many percent of the traffic, in place of what it has. */
  shift(weight: number, instead: number): Promise<void>;
  /** @param seconds that are looked back */
  measure(who: 'candidate' | 'stable', seconds: number): Promise<Measure>;
  report(check: Check): void;
  signal: AbortSignal;
}

export interface Check {
  weight: number;
  /** Milliseconds since the step began. */
  elapsed: number;
  candidate: Measure;
  stable: Measure;
  verdict: Verdict;
}

/** The new version must not have more traffic; the message says why. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/**
 * Walks the steps, and looks at each for its whole time. Takes nothing back: whoever calls it does, whatever it throws.
 * @throws Refused when a limit is broken, or there is too little traffic to know
 */
export async function walk(from: number, plan: Walk, around: Surroundings): Promise<void> {
  let [weight, baseline]: [number, Measure | undefined] = [from, undefined];
  for (const next of plan.steps.filter((step) => step > from)) {
    around.signal.throwIfAborted();
    await around.shift(next, weight);
    weight = next;
    baseline = await hold(weight, baseline, plan, around);
  }
}

/** One step. @returns how the old version was, for when it has no traffic any more */
async function hold(
  weight: number,
  baseline: Measure | undefined,
  { pause, every, patience, limits }: Walk,
  { measure, report, signal }: Surroundings,
): Promise<Measure | undefined> {
  const began = performance.now();
  for (;;) {
    await wait(every, undefined, { signal });
    const elapsed = performance.now() - began;
    const seconds = Math.max(1, Math.round(elapsed / 1_000));
    const [candidate, stable] = await Promise.all([
      measure('candidate', seconds),
      measure('stable', seconds),
    ]);
    if (stable.requests >= limits.requests) baseline = stable;
    const verdict = judge(candidate, baseline, limits);
    report({ weight, elapsed, candidate, stable, verdict });
    if (verdict.kind === 'bad') throw new Refused(verdict.why);
    if (verdict.kind === 'good' && elapsed >= pause) return baseline;
    if (verdict.kind === 'wait' && elapsed >= pause + patience)
      throw new Refused(`too little traffic for ${formatDuration(elapsed)}: ${verdict.why}`);
  }
}
