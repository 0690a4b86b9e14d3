import { AppError, uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SagaRecord, SagaRunner } from '../src/index.ts';
import { lookInto } from './look-into.ts';
import { openBench, type Bench, type TripData } from './trip.ts';

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
const requestCancellation = (id: string): Promise<unknown> =>
  bench.database.pool.query('update saga set cancel_requested = true where id = $1', [id]);

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

describe('a cancellation that is asked for', { timeout: 20_000 }, () => {
  it('while the last step before the pivot runs turns the saga back; the pivot is not called', async () => {
    const { answer, release } = held();
    bench.participants.answer = (name) => (name === 'reserve' ? answer : undefined);
    const { id } = await go();
    await eventually(() => expect(callsOf(id)).toEqual(['reserve']));
    await requestCancellation(id);
    release();
    await settled(id);
    expect(callsOf(id)).toEqual(['reserve', 'release']);
    expect(await look.trip(id)).toEqual({ status: 'cancelled', changes: 1 });
    expect((await look.journal(id)).slice(1, 5)).toEqual([
      'reserve succeeded 1',
      'pay started 1',
      'pay failed 1',
      'release started 1',
    ]);
  });

  it('while a step is tried again undoes that step', async () => {
    bench.participants.answer = async (name, key) => {
      if (name !== 'reserve') return;
      await requestCancellation(key);
      away();
    };
    const { id } = await go();
    await settled(id);
    expect(callsOf(id)).toEqual(['reserve', 'release']);
    expect((await look.trip(id)).status).toBe('cancelled');
  });

  it('while the pivot runs comes too late', async () => {
    bench.participants.answer = async (name, key) => {
      if (name === 'pay') await requestCancellation(key);
    };
    const { id } = await go();
    await settled(id);
    expect(callsOf(id)).toEqual(['reserve', 'pay']);
    expect((await look.trip(id)).status).toBe('booked');
  });

  it('does not become the reason why a saga is parked', async () => {
    bench.participants.answer = async (name, key) => {
      if (name === 'reserve') await requestCancellation(key);
      if (name === 'release') refusal();
    };
    const { id } = await go();
    await settled(id, 'parked');
    expect((await look.saga(id)).parkedCode).toBe('TRAIN.FULL');
  });

  it('and then its process dies: whoever takes over undoes the step that may have been tried', async () => {
    const { id } = await bench.open(uuidV7());
    await requestCancellation(id);
    await runner.start();
    await settled(id);
    expect(callsOf(id)).toEqual(['release']);
    expect((await look.trip(id)).status).toBe('cancelled');
  });
});
