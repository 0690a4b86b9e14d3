import { AppError, uuidV7 } from '@tradewind/kernel';
import { eventually, seededRandom } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SagaRecord, SagaRunner } from '../src/index.ts';
import { lookInto } from './look-into.ts';
import { openBench, type Bench, type TripData } from './trip.ts';

const SEED = 20260103;

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

const refusal = (): never => {
  throw new AppError('refused', 'TRAIN.FULL', 'no seat is left');
};
const away = (): never => {
  throw new AppError('unavailable', 'TRAIN.AWAY', 'does not answer');
};

/** A call that waits until it is released. */
function held(): { answer: Promise<void>; release: () => void } {
  let release = (): void => {};
  const answer = new Promise<void>((resolve) => (release = resolve));
  return { answer, release };
}

describe('a saga', { timeout: 20_000 }, () => {
  it('goes to its end; what its own service changes is in the same commit as its last call', async () => {
    const states: string[] = [];
    const watch = setInterval(async () => {
      const { rows } = await bench.database.pool.query(
        'select s.state || $1 || t.status as both from saga s join trip t on t.id = s.subject_id',
        [' '],
      );
      states.push(...rows.map((row: { both: string }) => row.both));
    }, 1);
    const { id } = await go();
    await settled(id);
    clearInterval(watch);
    expect(new Set(states)).not.toContain('done open');
    expect(new Set(states)).not.toContain('running booked');
    expect(await look.trip(id)).toEqual({ status: 'booked', changes: 1 });
    expect(await look.journal(id)).toEqual([
      'reserve started 1',
      'reserve succeeded 1',
      'pay started 1',
      'pay succeeded 1',
      'book started 1',
      'book succeeded 1',
    ]);
    expect(await look.saga(id)).toMatchObject({ owner: null, data: { seat: '12a' } });
  });

  it('has "started" in its journal, on disk, before each call is made', async () => {
    const before: string[] = [];
    bench.participants.answer = async (name, key) => {
      const journal = await look.journal(key);
      before.push(`${name}: ${journal.at(-1)}`);
      if (name === 'pay') refusal();
    };
    const { id } = await go();
    await settled(id, 'parked');
    expect(before).toEqual(['reserve: reserve started 1', 'pay: pay started 1']);
  });

  it('forgets its secret when it is done, and not before', async () => {
    const { answer, release } = held();
    bench.participants.answer = (name) => (name === 'pay' ? answer : undefined);
    const { id } = await go();
    await eventually(() => expect(callsOf(id)).toContain('pay'));
    expect((await look.saga(id)).data.secret).toBe('hush');
    release();
    await settled(id);
    expect((await look.saga(id)).data).toEqual({ seat: '12a' });
  });

  it('forgets it also when it has turned back', async () => {
    bench.participants.answer = refusal;
    const { id } = await go();
    await settled(id);
    expect((await look.saga(id)).data).toEqual({});
    expect(await look.trip(id)).toEqual({ status: 'refused', changes: 1 });
    expect(callsOf(id)).toEqual(['reserve']);
  });

  it('tries again with the same key, then undoes what may have happened', async () => {
    bench.participants.answer = (name) => (name === 'reserve' ? away() : undefined);
    const { id } = await go();
    await settled(id);
    expect(bench.participants.calls).toEqual([
      { name: 'reserve', key: id, attempt: 1 },
      { name: 'reserve', key: id, attempt: 2 },
      { name: 'reserve', key: id, attempt: 3 },
      { name: 'release', key: id, attempt: 1 },
    ]);
    expect(await look.journal(id)).toEqual([
      'reserve started 1',
      'reserve retrying 1',
      'reserve retrying 2',
      'reserve failed 3',
      'release started 1',
      'release succeeded 1',
      'refuse started 1',
      'refuse succeeded 1',
    ]);
  });

  it('is not tried again when its deadline passes while it waits', async () => {
    bench.participants.answer = (name) => (name === 'reserve' ? away() : undefined);
    runner = bench.runner({ wait: 60_000 });
    const { id } = await go({ deadlineIn: 30_000 });
    await settled(id);
    expect(callsOf(id)).toEqual(['reserve', 'release']);
    expect((await look.saga(id)).failureCode).toBe('TRAIN.AWAY');
  });

  it('that is taken up after its deadline does nothing more: it undoes what may have begun', async () => {
    const { id } = await go({ deadlineIn: -1 });
    await settled(id);
    expect(callsOf(id)).toEqual(['release']);
    expect((await look.saga(id)).failureCode).toBe('SAGA.DEADLINE_EXCEEDED');
  });

  it('does not begin its pivot after its deadline; when it has begun, it goes forward', async () => {
    const slowly = (until: number) => (name: string) =>
      name === 'reserve' ? eventually(() => expect(Date.now()).toBeGreaterThan(until)) : undefined;
    bench.participants.answer = slowly(Date.now() + 60);
    const late = await go({ deadlineIn: 50 });
    await settled(late.id);
    expect(callsOf(late.id)).toEqual(['reserve', 'release']);

    bench.participants.answer = (name) =>
      name === 'pay' ? eventually(() => expect(Date.now()).toBeGreaterThan(begun.deadlineAt)) : undefined;
    const begun = await bench.open(runner.worker, { deadlineIn: 200 });
    runner.resume(begun);
    await settled(begun.id);
    expect((await look.trip(begun.id)).status).toBe('booked');
  });

  it('parks past the pivot, with the true reason, and never turns back', async () => {
    bench.participants.answer = (name) => (name === 'pay' ? away() : undefined);
    const { id } = await go();
    await settled(id, 'parked');
    expect(callsOf(id)).toEqual(['reserve', 'pay', 'pay', 'pay']);
    expect(await look.saga(id)).toMatchObject({
      parkedCode: 'TRAIN.AWAY',
      owner: null,
      data: { secret: 'hush' },
    });
    expect((await look.journal(id)).slice(-2)).toEqual(['pay failed 3', 'pay parked 3']);
  });

  it('survives a mistake of ours in a step: it counts as a failed try', async () => {
    let mistakes = 1;
    bench.participants.answer = () => {
      if (mistakes-- > 0) throw new TypeError('undefined is not a function');
    };
    const { id } = await go();
    await settled(id);
    expect((await look.trip(id)).status).toBe('booked');
  });
});

describe('many sagas', { timeout: 20_000 }, () => {
  it(`end right at the same time: 200, two runners, refusals and outages (seed ${SEED})`, async () => {
    const random = seededRandom(SEED);
    const fates = new Map<string, 'booked' | 'refused'>();
    bench.participants.answer = (name, key, attempt) => {
      if (name === 'reserve' && fates.get(key) === 'refused') refusal();
      if (attempt === 1 && random() < 0.2) away();
    };
    const other = bench.runner();
    await Promise.all([runner.start(), other.start()]);
    const sagas = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const id = uuidV7();
        fates.set(id, random() < 0.3 ? 'refused' : 'booked');
        const owner = index % 2 === 0 ? runner : other;
        return { saga: await bench.open(owner.worker, { id }), owner };
      }),
    );
    for (const { saga, owner } of sagas) owner.resume(saga);
    await eventually(async () => {
      const { rows } = await bench.database.pool.query(`select 1 from saga where state <> 'done'`);
      expect(rows).toHaveLength(0);
    });
    const { rows } = await bench.database.pool.query<{ id: string; status: string; changes: number }>(
      'select * from trip',
    );
    expect(Object.fromEntries(rows.map(({ id, status }) => [id, status]))).toEqual(Object.fromEntries(fates));
    expect(rows.every(({ changes }) => changes === 1)).toBe(true);
    await other.stop();
  });
});
