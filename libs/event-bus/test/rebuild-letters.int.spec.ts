import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeadLetters, type EventLog } from '../src/index.ts';
import { fact, upTo } from './bench.ts';
import { ended, TallyBench } from './tally-bench.ts';

let tally: TallyBench;
let log: EventLog;

beforeAll(async () => {
  tally = await TallyBench.open();
}, 30_000);
afterAll(() => tally.bench.close());
beforeEach(() => {
  tally.begin();
  log = tally.bench.log();
});
afterEach(() => tally.end());

describe('dead letters of a model', { timeout: 30_000 }, () => {
  const letters = () => createDeadLetters(tally.bench.service, tally.live());

  it('are part of a rebuild that can handle them, and are closed with it', async () => {
    tally.ill = (_, number) => number === 2;
    await tally.listen();
    await log.append(upTo(3).map((number) => fact('a', number)));
    await eventually(async () => expect(await letters().list(10)).toHaveLength(2));
    tally.ill = () => false;
    const readModels = tally.keep();
    await readModels.request('tally', 'rebuild', 'olga');
    await ended(readModels);
    expect(await tally.rows()).toEqual({ a: { sum: 6, last: 3 } });
    expect(await letters().list(10)).toEqual([]);
    const closed = await letters().list(10, { states: ['replayed'] });
    expect(closed.map(({ operator }) => operator)).toEqual(['rebuild', 'rebuild']);
  });

  it('stay when the rebuild cannot handle them either; a replay then handles them once', async () => {
    tally.ill = (_, number) => number === 2;
    await tally.listen();
    await log.append(upTo(3).map((number) => fact('a', number)));
    await eventually(async () => expect(await letters().list(10)).toHaveLength(2));
    const readModels = tally.keep();
    await readModels.request('tally', 'rebuild', 'olga');
    await ended(readModels);
    const [last] = await letters().list(10);
    expect(await tally.rows()).toEqual({ a: { sum: 1, last: 1 } });
    tally.ill = () => false;
    expect(await letters().replay(last!.id, 'olga')).toBe(2);
    expect(await tally.rows()).toEqual({ a: { sum: 6, last: 3 } });
  });

  it('that were discarded stay out', async () => {
    tally.ill = (_, number) => number === 2;
    await tally.listen();
    await log.append(upTo(3).map((number) => fact('a', number)));
    await eventually(async () => expect(await letters().list(10)).toHaveLength(2));
    const first = (await letters().list(10)).at(-1)!;
    await letters().discard(first.id, 'olga', 'wrong');
    await eventually(async () => expect(await tally.rows()).toEqual({ a: { sum: 4, last: 3 } }));
    tally.ill = () => false;
    const readModels = tally.keep();
    await readModels.request('tally', 'rebuild', 'olga');
    await ended(readModels);
    expect(await tally.rows()).toEqual({ a: { sum: 4, last: 3 } });
  });
});
