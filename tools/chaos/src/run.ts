import { formatDuration } from '@tradewind/kubectl';
import type { Action, Breakage } from './actions/action.ts';
import type { Experiment } from './experiments.ts';
import { ask, resolvePath, sample, type Shop } from './requests.ts';
import { judge, judgeRefused, percent, type Sample, type Verdict } from './verdict.ts';

interface Run extends Omit<Breakage, 'later' | 'askOnce'> {
  action: Action;
  shop: Shop;
  /** Requests per second. */
  rate: number;
  /** Milliseconds that the shop has to come back afterwards. */
  recovery: number;
}

interface Undo {
  byHand: string;
  undo: () => Promise<void>;
}

/** Milliseconds of a look before, and of each one afterwards. */
const LOOK = 10_000;

/** Something is still broken. */
class NotRestored extends Error {
  override readonly name = 'NotRestored';
}

/**
 * Looks, breaks, looks, puts right, looks.
 * @returns whether the shop kept its steady state
 * @throws Error when it had none to begin with, or was stopped; whatever was broken is put right before
 */
export async function run(experiment: Run): Promise<boolean> {
  const { shop, say, rate, recovery, signal } = experiment;
  const { steadyState } = experiment.experiment;
  const path = await resolvePath(shop, steadyState.path);
  const look = (duration: number): Promise<Sample[]> =>
    ask(shop, path, { duration, perSecond: rate }, signal);
  say(row('', 'requests', 'well', 'p99', ''));

  const before = judge(await look(Math.min(LOOK, experiment.duration)), steadyState);
  report('before', before, say);
  if (!before.held) throw new Error('the shop is not in its steady state: nothing was broken');

  const during = await whileBroken(experiment, look, () => sample(shop, path));
  const after = await untilSteady(Math.min(LOOK, experiment.duration), recovery, look, steadyState);
  report('after', after, say);
  return during.held && after.held;
}

/** Puts everything right again, whatever happens. */
async function whileBroken(
  { action, ...breakage }: Run,
  look: (duration: number) => Promise<Sample[]>,
  askOnce: Breakage['askOnce'],
): Promise<Verdict> {
  const { say, duration, experiment } = breakage;
  const undos: Undo[] = [];
  const later: Breakage['later'] = (byHand, undo) => void undos.unshift({ byHand, undo });
  try {
    await action({ ...breakage, askOnce, later });
    const verdict = judgeOf(experiment)(await look(duration));
    report('during', verdict, say);
    return verdict;
  } finally {
    await putRight(undos, say);
  }
}

const judgeOf = ({ name, steadyState }: Experiment): ((samples: Sample[]) => Verdict) =>
  name === 'certificate-expiry' ? judgeRefused : (samples) => judge(samples, steadyState);

const TRIES = 3;

async function putRight(undos: readonly Undo[], say: (line: string) => void): Promise<void> {
  const left: string[] = [];
  for (const { byHand, undo } of undos) if (!(await tried(undo, say))) left.push(byHand);
  if (left.length > 0) throw new NotRestored(`STILL BROKEN. Put it right by hand:\n  ${left.join('\n  ')}`);
  if (undos.length > 0) say('put right');
}

async function tried(undo: () => Promise<void>, say: (line: string) => void): Promise<boolean> {
  for (let attempt = 1; attempt <= TRIES; attempt++)
    try {
      await undo();
      return true;
    } catch (error) {
      say(`not put right (${attempt} of ${TRIES}): ${(error as Error).message}`);
    }
  return false;
}

/** The last look, or the first one that found the shop as before. */
async function untilSteady(
  each: number,
  within: number,
  look: (duration: number) => Promise<Sample[]>,
  steadyState: Experiment['steadyState'],
): Promise<Verdict> {
  for (const end = performance.now() + within; ;) {
    const verdict = judge(await look(each), steadyState);
    if (verdict.held || performance.now() >= end) return verdict;
  }
}

function report(
  when: string,
  { requests, share, p99, held, why }: Verdict,
  say: (line: string) => void,
): void {
  say(row(when, String(requests), percent(share), formatDuration(p99), held ? 'as expected' : why));
}

const row = (...cells: string[]): string =>
  cells
    .map((cell, i) => cell.padEnd([7, 9, 7, 8][i] ?? 0))
    .join(' ')
    .trimEnd();
