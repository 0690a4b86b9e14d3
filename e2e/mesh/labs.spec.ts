import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from './support/cluster.ts';
import { ask, clear, guide, LABS, put, startBench, stopBench, tools, type Answers } from './support/labs.ts';
import { linesOf, type Line } from './support/refusals.ts';

const statuses = ({ answers }: Answers): string[] =>
  [...new Set(Object.keys(answers).map((it) => it.split(' ')[0]!))].sort();
/** Asks until the answers are what is expected. */
const becomes = (expected: (answers: Answers) => void, path?: string): Promise<void> =>
  eventually(async () => expected(await ask(path)));
const well = (answers: Answers): void => {
  expect(statuses(answers)).toEqual(['200']);
  expect(answers.slowest).toBeLessThan(900);
};
const only =
  (answer: string) =>
  ({ answers }: Answers): void =>
    expect(Object.keys(answers)).toEqual([answer]);

/** What a tool says is what the guide tells to look for. */
function finds(said: string, wanted: string): void {
  expect(said).toContain(wanted);
  expect(guide).toContain(wanted);
}

describe('labs', () => {
  beforeAll(async () => {
    await startBench();
    await becomes(well);
  });
  afterEach(clear);
  afterAll(stopBench);

  it('service not accessible: the Service selects no pod', async () => {
    await put('service-not-accessible', 'broken');
    await becomes(only('503 no healthy upstream'));
    finds(await tools.slices(), '<unset>');
    expect(await tools.endpoints()).not.toContain('HEALTHY');
    await put('service-not-accessible', 'fixed');
    await becomes(well);
    expect(await tools.slices()).not.toContain('<unset>');
  });

  it('high latency: a fault that nobody took away', async () => {
    await put('high-latency', 'broken');
    await eventually(async () => {
      const answers = await ask('/', 1);
      expect(statuses(answers)).toEqual(['200']);
      expect(answers.slowest).toBeGreaterThanOrEqual(1_000);
    });
    const shelf = (await tools.routes()).split('"shelf.').at(-1)!;
    finds(shelf, 'envoy.filters.http.fault');
    finds(shelf, 'fixedDelay');
    await put('high-latency', 'fixed');
    await becomes(well);
    expect(await tools.routes()).not.toContain('fixedDelay');
  });

  it('breaker does not work: its rule is for another host', async () => {
    await put('breaker-not-working', 'broken');
    await eventually(async () => finds(await tools.analyze(), 'IST0174'));
    expect(statuses(await ask('/ill', 20))).toEqual(['200', '503']);
    expect(statuses(await ask('/ill', 20))).toEqual(['200', '503']);
    expect(await tools.cluster()).not.toContain('outlierDetection');
    await put('breaker-not-working', 'fixed');
    await becomes(well, '/ill');
    finds(await tools.cluster(), 'outlierDetection');
    finds(await tools.endpoints(), 'FAILED');
    expect(await tools.analyze()).not.toContain('IST0174');
  });

  it('mutual TLS fails: the callers are told to speak plain text', async () => {
    await put('mutual-tls-failure', 'broken');
    await becomes(({ answers }) => {
      const [answer, more] = Object.keys(answers);
      expect(answer).toMatch(/^503 upstream connect error or disconnect\/reset/);
      expect(more).toBeUndefined();
    });
    finds(await tools.describe(), 'Traffic Policy TLS Mode: DISABLE');
    await put('mutual-tls-failure', 'fixed');
    await becomes(well);
    expect(await tools.describe()).not.toContain('DISABLE');
  });

  it('routing issue: the subset is not defined', async () => {
    await put('routing-issue', 'broken');
    await becomes(only('503 '));
    finds(await tools.analyze(), 'IST0101');
    finds(await tools.analyze(), 'shelf+v2');
    await put('routing-issue', 'fixed');
    await becomes(only('200 v2'));
    expect(await tools.analyze()).not.toContain('IST0101');
  });

  it('are in the access logs, by the flags that the guide names', async () => {
    const flagged = (flags: string) => (line: Line) => line.flags === flags;
    const options = { namespace: LABS };
    for (const flags of ['UH', 'DI', 'UC', 'NC']) {
      expect(await linesOf('client', flagged(flags), options)).not.toEqual([]);
      expect(guide).toContain(`\`flags\` is \`${flags}\``);
    }
    const closed = ({ details }: Line): boolean => details === 'filter_chain_not_found';
    expect(await linesOf('shelf', closed, options)).not.toEqual([]);
  });
});
