import { forwardPort, type Kubectl } from '@tradewind/kubectl';
import { judge } from './judge.ts';
import type { CanaryOptions } from './options.ts';
import { selectorOf, fill, QUERIES } from './plan.ts';
import { measure } from './prometheus.ts';
import { Refused, walk, type Surroundings } from './promote.ts';
import { describeCheck, describeMeasure, heading } from './report.ts';
import { readSplit, shift, type Split } from './traffic.ts';

type Say = (line: string) => void;

/** Everything that an action needs; `signal` is aborted by Ctrl-C. */
export interface Run {
  options: CanaryOptions;
  kubectl: Kubectl;
  /** For what is in the namespace of Prometheus. */
  observability: Kubectl;
  signal: AbortSignal;
  say: Say;
}

/** @returns the exit code: 0 when the new version has everything, 1 when the traffic was taken back */
export async function promote(run: Run): Promise<number> {
  const { options, kubectl, say, signal } = run;
  const split = await readSplit(kubectl, options.service, options.version);
  if (options.dryRun) return pretend(run, split);
  return withPrometheus(run, async (measureOf) => {
    const { candidate, stable, weight } = split;
    if ((await measureOf(candidate, 60)).pods === 0)
      throw new Error(`no pod of ${options.service} ${candidate} answers Prometheus: nothing was changed`);
    say(heading(candidate, stable));
    const around: Surroundings = {
      shift: (next, instead) => shift(kubectl, split, next, instead),
      measure: (who, seconds) => measureOf(split[who], seconds),
      report: (check) => say(describeCheck(check)),
      signal,
    };
    try {
      const { every, patience, plan } = options;
      await walk(weight, { ...plan, every, patience }, around);
    } catch (error) {
      return takeBack(run, split, whyOf(error, signal));
    }
    say(`${candidate} has all traffic of ${options.service}. ${stable} still runs, for a way back:`);
    say(`  npm run canary -- rollback ${options.service} ${candidate}${placeOf(options)}`);
    return 0;
  });
}

const whyOf = (error: unknown, signal: AbortSignal): string => {
  if (signal.aborted) return (signal.reason as Error).message;
  return error instanceof Refused ? `${error.message}` : (error as Error).message;
};

const TRIES = 3;

/** Takes the traffic back, whatever weights there are by now. @returns 1, or 2 when it could not */
async function takeBack({ kubectl, say, options }: Run, split: Split, why: string): Promise<number> {
  say(`rolling back: ${why}`);
  for (let attempt = 1; attempt <= TRIES; attempt++)
    try {
      await shift(kubectl, split, 0);
      say(`${split.stable} has all traffic of ${split.service} again`);
      return 1;
    } catch (error) {
      say(`could not be taken back (${attempt} of ${TRIES}): ${(error as Error).message}`);
    }
  say(`${split.candidate} STILL HAS TRAFFIC. As soon as the cluster answers:`);
  say(`  npm run canary -- rollback ${options.service} ${options.version}${placeOf(options)}`);
  return 2;
}

const placeOf = ({ context, namespace }: CanaryOptions): string =>
  ` --namespace ${namespace}${context ? ` --context ${context}` : ''}`;

export async function rollback(run: Run): Promise<number> {
  const { options, kubectl, say } = run;
  const split = await readSplit(kubectl, options.service, options.version);
  if (options.dryRun) say(JSON.stringify(split.shifted(0)));
  else await shift(kubectl, split, 0);
  say(`${split.stable} has all traffic of ${split.service}${options.dryRun ? ' (not done)' : ''}`);
  return 0;
}

export async function status(run: Run): Promise<number> {
  const { options, kubectl, say } = run;
  const split = await readSplit(kubectl, options.service, options.version);
  const { candidate, stable, weight } = split;
  return withPrometheus(run, async (measureOf) => {
    const seconds = options.plan.pause / 1_000;
    const [its, theirs] = await Promise.all([measureOf(candidate, seconds), measureOf(stable, seconds)]);
    say(`${candidate}  ${weight} %  ${describeMeasure(its)}`);
    say(`${stable}  ${100 - weight} %  ${describeMeasure(theirs)}`);
    const verdict = judge(its, theirs, options.plan.limits);
    say(verdict.kind === 'good' ? 'good' : `${verdict.kind}: ${verdict.why}`);
    return 0;
  });
}

function pretend({ options: { plan, service, namespace }, say }: Run, split: Split): number {
  const selector = selectorOf(namespace, service, split.candidate);
  let before = split.weight;
  for (const step of plan.steps.filter((it) => it > before)) {
    say(`${step} %: kubectl patch virtualservice ${service} --type=json`);
    say(`  ${JSON.stringify(split.shifted(step, before))}`);
    before = step;
  }
  say(`each for ${plan.pause / 1_000} s, within ${JSON.stringify(plan.limits)}, as Prometheus answers`);
  for (const name of QUERIES)
    say(`  ${name}: ${fill(plan.queries[name], selector, `${plan.pause / 1_000}s`)}`);
  return 0;
}

type MeasureOf = (version: string, seconds: number) => ReturnType<typeof measure>;

async function withPrometheus(
  { options, observability, signal }: Run,
  work: (measureOf: MeasureOf) => Promise<number>,
): Promise<number> {
  const { namespace, service, plan } = options;
  const forwarded = options.prometheus
    ? undefined
    : await forwardPort(observability, 'service/prometheus', 9090);
  const url = options.prometheus ?? `http://127.0.0.1:${forwarded!.port}`;
  try {
    return await work((version, seconds) =>
      measure(url, plan.queries, { namespace, service, version }, seconds, signal),
    );
  } finally {
    await forwarded?.close();
  }
}
