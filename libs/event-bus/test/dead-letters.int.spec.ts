import type { Transaction } from '@tradewind/database';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createConsumer, createDeadLetters, subscriptions, type DeadLetter } from '../src/index.ts';
import { effectsOn, facts, logger, openBench, recordEffect, TYPE, type Bench } from './bench.ts';

let bench: Bench;
let ill: (number: number) => boolean;

beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench.close());
afterEach(() => bench.service.pool.query('truncate effect, inbox, dead_letter'));

const service = () => ({
  group: 'service',
  subscriptions: subscriptions<Transaction>({
    [TYPE]: async ({ key, data }: { key: string; data: { available: number } }, sql: Transaction) => {
      await recordEffect(sql, 'one', key, data.available);
      if (ill(data.available)) throw new Error(`cannot digest ${data.available}`);
    },
  }),
  transact: (work: (context: Transaction, sql: Transaction) => Promise<void>): Promise<void> =>
    bench.service.transaction((sql) => work(sql, sql)),
  committed: () => {},
});

/** Parks the facts from `from` on, behind the one that cannot be handled. */
async function parkFacts(key: string, amount: number, from: number): Promise<DeadLetter[]> {
  ill = (number) => number === from;
  const log = bench.log();
  const consumer = await createConsumer({ ...service(), database: bench.service, log, logger, attempts: 1 });
  await log.append(facts(key, amount));
  const letters = await eventually(async () => {
    const list = await createDeadLetters(bench.service, service()).list(200);
    expect(list).toHaveLength(amount - from + 1);
    return list.toReversed();
  });
  await consumer.stop();
  return letters;
}

const numbersOf = (letters: DeadLetter[]): number[] =>
  letters.map(({ event }) => (event.data as { available: number }).available);
const stateOf = async (id: string): Promise<unknown> =>
  (await bench.service.pool.query('select state, operator, note from dead_letter where id = $1', [id]))
    .rows[0];

it('replay handles a letter and all behind it, in their order, once', { timeout: 20_000 }, async () => {
  const letters = await parkFacts('replay', 120, 2);
  expect(numbersOf(letters)).toEqual(Array.from({ length: 119 }, (_, index) => index + 2));
  ill = () => false;
  const deadLetters = createDeadLetters(bench.service, service());
  expect(await deadLetters.replay(letters[0]!.id, 'olga')).toBe(119);
  expect(await effectsOn(bench.service, 'replay')).toEqual(
    Array.from({ length: 120 }, (_, index) => index + 1),
  );
  expect(await deadLetters.list(10)).toEqual([]);
  expect(await stateOf(letters[0]!.id)).toEqual({ state: 'replayed', operator: 'olga', note: '' });
  await expect(deadLetters.replay(letters[0]!.id, 'olga')).rejects.toMatchObject({
    code: 'DEAD_LETTER.NOT_FOUND',
  });
  expect(await effectsOn(bench.service, 'replay')).toHaveLength(120);
});

it('replay stops at the first letter that fails again; it and the later ones stay parked', async () => {
  const letters = await parkFacts('again', 5, 2);
  ill = (number) => number === 4;
  const deadLetters = createDeadLetters(bench.service, service());
  await expect(deadLetters.replay(letters[0]!.id, 'olga')).rejects.toThrow('cannot digest 4');
  expect(await effectsOn(bench.service, 'again')).toEqual([1, 2, 3]);
  expect(numbersOf((await deadLetters.list(10)).toReversed())).toEqual([4, 5]);
});

it('two operators who replay at once have one effect', async () => {
  const letters = await parkFacts('twice', 3, 2);
  ill = () => false;
  const deadLetters = createDeadLetters(bench.service, service());
  const id = letters[0]!.id;
  await Promise.allSettled([deadLetters.replay(id, 'olga'), deadLetters.replay(id, 'otto')]);
  await deadLetters.replay(id, 'olga').catch(() => {});
  const effects = await effectsOn(bench.service, 'twice');
  expect(effects.toSorted()).toEqual([1, 2, 3]);
});

it('discard gives one letter up, with who and why; those behind it can then be replayed', async () => {
  const letters = await parkFacts('discard', 4, 2);
  const deadLetters = createDeadLetters(bench.service, service());
  await deadLetters.discard(letters[0]!.id, 'olga', 'sent by mistake');
  expect(await stateOf(letters[0]!.id)).toEqual({
    state: 'discarded',
    operator: 'olga',
    note: 'sent by mistake',
  });
  expect(await deadLetters.replay(letters[1]!.id, 'olga')).toBe(2);
  expect(await effectsOn(bench.service, 'discard')).toEqual([1, 3, 4]);
  await expect(deadLetters.discard(letters[0]!.id, 'olga', '')).rejects.toMatchObject({
    code: 'DEAD_LETTER.NOT_FOUND',
  });
});
