import { uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SagaRecord, SagaRunner } from '../src/index.ts';
import { lookInto } from './look-into.ts';
import { openBench, TRIPS, type Bench, type TripData } from './trip.ts';

let bench: Bench;
let look: ReturnType<typeof lookInto>;
let runner: SagaRunner<TripData>;

beforeAll(async () => {
  bench = await openBench();
  look = lookInto(bench);
}, 30_000);
afterAll(() => bench.close());
beforeEach(async () => {
  bench.participants.calls.length = 0;
  bench.participants.answer = () => {};
  await bench.database.pool.query('truncate saga, saga_journal, trip, saga_worker');
  runner = bench.runner();
  return () => runner.stop();
});

/** Opens a saga of the runner's own and lets it go. */
async function go(more?: { deadlineIn?: number }): Promise<SagaRecord<TripData>> {
  const saga = await bench.open(runner.worker, more);
  runner.resume(saga);
  return saga;
}

const settled = (id: string, state = 'done'): Promise<void> =>
  eventually(async () => expect((await look.saga(id)).state).toBe(state));
const callsOf = (id: string): string[] =>
  bench.participants.calls.filter(({ key }) => key === id).map(({ name }) => name);

/** A call that waits until it is released. */
function held(): { answer: Promise<void>; release: () => void } {
  let release = (): void => {};
  const answer = new Promise<void>((resolve) => (release = resolve));
  return { answer, release };
}

describe('a process that dies', { timeout: 20_000 }, () => {
  it('is followed by another with a higher fence; its own late result is lost', async () => {
    const { answer, release } = held();
    let frozen = true;
    bench.participants.answer = (name) => (name === 'reserve' && frozen ? answer : undefined);
    await bench.store.heartbeat(runner.worker, 150); // and then it says nothing more
    const { id } = await go();
    await eventually(() => expect(callsOf(id)).toEqual(['reserve']));
    frozen = false;
    const successor = bench.runner();
    await successor.start();
    await settled(id);
    expect((await look.saga(id)).fence).toBe(2);
    release();
    await runner.stop();
    expect(bench.participants.calls).toEqual([
      { name: 'reserve', key: id, attempt: 1 },
      { name: 'reserve', key: id, attempt: 1 },
      { name: 'pay', key: id, attempt: 1 },
    ]);
    expect(await look.trip(id)).toEqual({ status: 'booked', changes: 1 });
    expect((await look.journal(id)).filter((line) => line === 'reserve succeeded 1')).toHaveLength(1);
    await successor.stop();
  });

  it('is not followed while it still says that it lives', async () => {
    await bench.store.heartbeat(runner.worker, 60_000);
    await bench.open(runner.worker);
    expect(await bench.store.claim(uuidV7(), { limit: 10, busy: [], lease: 0, known: TRIPS })).toEqual([]);
  });

  it('is told "lost", also together with others in one statement', async () => {
    const [mine, theirs] = [await bench.open(runner.worker), await bench.open(uuidV7())];
    const state = { ...mine.state, step: 2 };
    const common = { state, data: {}, wakeAt: null, journal: [], effect: undefined };
    await bench.store.claim(uuidV7(), { limit: 10, busy: [], lease: 0, known: TRIPS });
    const verdicts = await Promise.all([
      bench.store.advance({ ...common, id: mine.id, fence: 2 }),
      bench.store.advance({ ...common, id: theirs.id, fence: 1, effect: 'booked' }),
    ]);
    expect(verdicts).toEqual(['kept', 'lost']);
    expect((await look.trip(theirs.id)).status).toBe('open');
  });

  it('or stops in order lets the call come to its end, keeps it, and gives the saga back at once', async () => {
    const { answer, release } = held();
    bench.participants.answer = (name) => (name === 'reserve' ? answer : undefined);
    await runner.start();
    const { id } = await go();
    await eventually(() => expect(callsOf(id)).toEqual(['reserve']));
    const stopped = runner.stop();
    release();
    await stopped;
    expect(await look.saga(id)).toMatchObject({ state: 'running', owner: null });
    expect((await look.journal(id)).slice(-2)).toEqual(['reserve succeeded 1', 'pay started 1']);
    expect(callsOf(id)).toEqual(['reserve']);
  });
});

describe('a database that goes away and comes back', { timeout: 20_000 }, () => {
  it('leaves no saga behind: neither one whose transition failed nor one that could not be given back', async () => {
    let outages = 1;
    const fragile = {
      ...bench.store,
      advance: async (transition: Parameters<typeof bench.store.advance>[0]) => {
        if (outages > 0) throw new Error('connection lost');
        return bench.store.advance(transition);
      },
      release: async () => {
        outages = 0;
        throw new Error('connection lost');
      },
    };
    await runner.stop();
    runner = bench.runner({ store: fragile });
    await runner.start();
    const { id } = await go();
    await settled(id);
    expect(await look.trip(id)).toEqual({ status: 'booked', changes: 1 });
  });

  it('nor one that was opened while the answer was lost', async () => {
    await runner.start();
    const { id } = await bench.open(runner.worker);
    await settled(id);
    expect(await look.trip(id)).toEqual({ status: 'booked', changes: 1 });
  });
});
