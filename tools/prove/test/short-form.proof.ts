import { findSource, NoBrokerError } from '@tradewind/kafka-broker';
import { freePort } from '@tradewind/launcher';
import { afterAll, beforeAll, describe, expect, it, type TestContext } from 'vitest';
import type { Bus } from '../src/options.ts';
import { describeViolations } from '../src/report/lines.ts';
import { prove, type ProofResult } from '../src/prove.ts';

const SEED = Number(process.env['PROVE_SEED'] ?? 1);
const RUNS = 8;
const FAILPOINTS = 12;

/** Why Kafka cannot be had here, if it cannot. */
const whyNoKafka = await findSource().then(
  () => undefined,
  (error: unknown) => (error instanceof NoBrokerError ? error.line : Promise.reject(error)),
);

describe.each<Bus>(['postgres', 'kafka'])('the short form of the proof on %s', (bus) => {
  let result: ProofResult;
  const lines: string[] = [];
  const skipped = bus === 'kafka' ? whyNoKafka : undefined;

  const needed = (context: TestContext): void => {
    if (skipped) context.skip(skipped);
  };

  beforeAll(async () => {
    if (skipped) return;
    const say = (line: string): void => {
      lines.push(line);
      console.log(line);
    };
    const port = await freePort();
    result = await prove({
      bus,
      port,
      say,
      runs: RUNS,
      seed: SEED,
      failpoints: FAILPOINTS,
      investigate: false,
    });
  });

  afterAll(() => {
    if (result)
      console.log(`seed ${SEED}; again: npm run prove -- --bus ${bus} --seed ${SEED} --runs ${RUNS}`);
  });

  it('shoppers of every kind are served, and everything agrees', (context) => {
    needed(context);
    expect(describeViolations(result.first)).toEqual([]);
    expect(Object.keys(result.first.ended).sort()).toEqual(['cancelled', 'confirmed', 'rejected']);
  });

  it(`${FAILPOINTS} failpoints of different processes: killed there, and everything agrees again`, (context) => {
    needed(context);
    expect(result.kills.flatMap(({ outcome }) => describeViolations(outcome))).toEqual([]);
    expect(result.kills).toHaveLength(FAILPOINTS);
    expect(result.kills.filter(({ hit }) => hit).length).toBeGreaterThan(FAILPOINTS / 2);
  });

  it(`${RUNS} drawn schedules of seed ${SEED}: no violation`, (context) => {
    needed(context);
    expect(result.runs.flatMap(describeViolations)).toEqual([]);
    expect(result.runs).toHaveLength(RUNS);
  });

  it('every process has failpoints, and every kind of them is there', (context) => {
    needed(context);
    const kinds = new Set(result.names.map(({ name }) => name.split(':')[0]));
    expect([...kinds].sort()).toEqual(
      ['call', 'commit', 'deliver', 'http', 'publish', 'request', 'serve'].sort(),
    );
    const processes = new Set(result.names.map(({ process }) => process));
    expect(processes.size).toBeGreaterThanOrEqual(10);
  });
});
