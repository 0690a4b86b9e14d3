import { metrics, type Logger } from '@tradewind/observability';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lookInto } from './look-into.ts';
import { openBench, type Bench } from './trip.ts';

let bench: Bench;
let look: ReturnType<typeof lookInto>;

beforeAll(async () => {
  bench = await openBench();
  look = lookInto(bench);
}, 30_000);
afterAll(() => bench.close());
beforeEach(async () => {
  bench.participants.calls.length = 0;
  await bench.database.pool.query('truncate saga, saga_journal, trip, saga_worker');
});

const settled = (id: string): Promise<void> =>
  eventually(async () => expect((await look.saga(id)).state).toBe('done'));
const callsOf = (id: string): string[] =>
  bench.participants.calls.filter(({ key }) => key === id).map(({ name }) => name);

/** Remembers what it is told, and nothing else. */
function listener(): { logger: Logger; notable: string[] } {
  const notable: string[] = [];
  const error = (_facts: object, text: string): void => void notable.push(text);
  return { logger: { error, info() {}, warn() {}, debug() {} } as unknown as Logger, notable };
}

describe('two versions of one saga', { timeout: 20_000 }, () => {
  it('live side by side: each saga ends by the steps that it began with', async () => {
    const [older, newer] = [await bench.open(null), await bench.open(null, { version: 2 })];
    const runner = bench.runner({ versions: [1, 2] });
    await runner.start();
    await Promise.all([settled(older.id), settled(newer.id)]);
    expect(callsOf(older.id)).toEqual(['reserve', 'pay']);
    expect(callsOf(newer.id)).toEqual(['insure', 'reserve', 'pay']);
    expect(await look.trip(newer.id)).toEqual({ status: 'booked', changes: 1 });
    await runner.stop();
  });
});

describe('a saga of a version that a process does not know', { timeout: 20_000 }, () => {
  it('is left alone and said, once; its own sagas go on; who knows it takes it up', async () => {
    const [stranger, known] = [await bench.open(null, { version: 2 }), await bench.open(null)];
    const { logger, notable } = listener();
    const older = bench.runner({ logger, lease: 40 });
    await older.start();
    await settled(known.id);
    expect(await look.saga(stranger.id)).toMatchObject({ state: 'running', owner: null, fence: 1 });
    expect(await look.journal(stranger.id)).toEqual(['insure started 1']);
    const text =
      'sagas wait for a process that knows trip version 2; nothing is lost, this one leaves them alone';
    expect(notable).toEqual([text]);
    expect(await metrics.text()).toContain('saga_unknown_definition{definition="trip",version="2"} 1');

    const newer = bench.runner({ versions: [1, 2] });
    await newer.start();
    await settled(stranger.id);
    expect(await look.trip(stranger.id)).toEqual({ status: 'booked', changes: 1 });
    await eventually(async () =>
      expect(await metrics.text()).not.toContain('definition="trip",version="2"} 1'),
    );
    expect(notable).toEqual([text]);
    await Promise.all([older.stop(), newer.stop()]);
  });

  it('never belongs to two: one name and version is one definition', () => {
    expect(() => bench.runner({ versions: [1, 1] })).toThrow('two sagas have the same name and version');
  });
});
