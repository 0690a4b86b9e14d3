import { AppError, uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDeadLetters, type Consumer, type EventLog } from '../src/index.ts';
import { effectsOn, fact, facts, numberOf, openBench, upTo, type Bench } from './bench.ts';
import { createPeer, listen, listener, type Handler, type Peer } from './listening.ts';

let bench: Bench;
let log: EventLog;
let peer: Peer;
let group: string;
const consumers: Consumer[] = [];

beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench.close());
beforeEach(() => {
  log = bench.log();
  peer = createPeer();
  group = `group-${uuidV7()}`;
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((it) => it.stop()));
  await bench.service.pool.query('truncate effect, inbox, dead_letter');
  await bench.inside.pool.query('truncate event; update topic_partition set next_offset = 0');
});

async function start(before: Handler, lease = 30_000): Promise<Consumer> {
  const consumer = await listen({ ...listener(bench, bench.log(), before, group), lease });
  consumers.push(consumer);
  return consumer;
}

const needsPeer =
  (who: (key: string) => boolean): Handler =>
  (key) => {
    if (who(key)) peer.call();
  };
const letters = () =>
  createDeadLetters(
    bench.service,
    listener(bench, log, () => {}, group),
  );
const waiting = () => letters().list(500, { states: ['waiting'] });

describe('while somebody is away', { timeout: 20_000 }, () => {
  it('the events that need them wait, visibly, and keep the order of their key; other keys go on', async () => {
    peer.away = true;
    await start(needsPeer((key) => key === 'needy'));
    await log.append(facts('needy', 3).flatMap((it, index) => [it, fact('free', index + 1)]));
    await eventually(async () => expect(await effectsOn(bench.service, 'free')).toEqual([1, 2, 3]));
    await eventually(async () => {
      const list = (await waiting()).toReversed();
      expect(list.map(({ event }) => numberOf(event))).toEqual([1, 2, 3]);
      expect(list.map(({ causeCode }) => causeCode)).toEqual([
        'PEER.AWAY',
        'EVENT.BEHIND_WAITING',
        'EVENT.BEHIND_WAITING',
      ]);
      expect(list[0]!.attempts).toBeGreaterThan(2);
      expect(list[0]!.dueAt!.getTime()).toBeGreaterThan(Date.now());
    });
    // One that comes later still stands behind them.
    await log.append([fact('needy', 4), fact('free', 4)]);
    await eventually(async () => expect(await effectsOn(bench.service, 'free')).toEqual([1, 2, 3, 4]));
    expect(await effectsOn(bench.service, 'needy')).toEqual([]);
    peer.away = false;
    await eventually(async () => expect(await effectsOn(bench.service, 'needy')).toEqual([1, 2, 3, 4]));
    expect(await waiting()).toEqual([]);
    // And the key flows again.
    await log.append([fact('needy', 5)]);
    await eventually(async () => expect(await effectsOn(bench.service, 'needy')).toEqual(upTo(5)));
  });

  it('a large batch costs a few tries, not one for each of its events', async () => {
    peer.away = true;
    await start(needsPeer(() => true));
    const keys = upTo(200).map((n) => `key-${n}`);
    await log.append(keys.map((key) => fact(key, 1)));
    await eventually(async () => expect(await waiting()).toHaveLength(200));
    // Four partitions, each: once together, twice alone; and what the retrier has tried meanwhile.
    expect(peer.calls).toBeLessThan(60);
    peer.away = false;
    await eventually(async () => {
      for (const key of keys) expect(await effectsOn(bench.service, key)).toEqual([1]);
    });
  });

  it('two replicas share what waits: every effect once, in order', async () => {
    peer.away = true;
    const keys = upTo(12).map((n) => `key-${n}`);
    await start(needsPeer(() => true));
    await start(needsPeer(() => true));
    for (const number of upTo(5)) await log.append(keys.map((key) => fact(key, number)));
    await eventually(async () => expect(await waiting()).toHaveLength(60));
    peer.away = false;
    for (const key of keys) {
      await eventually(async () => expect(await effectsOn(bench.service, key)).toEqual(upTo(5)));
    }
  });
});

describe('a process that is killed while it tries a letter', { timeout: 20_000 }, () => {
  it('loses nothing and doubles nothing: another one takes the letter over when the lease has passed', async () => {
    peer.away = true;
    let hang = false;
    let hanging = false;
    let comeBack = (): void => {};
    const paused = new Promise<void>((resolve) => (comeBack = resolve));
    await start(async () => {
      if (hang) {
        hanging = true;
        await paused;
      }
      peer.call();
    }, 500);
    await log.append(facts('key', 3));
    await eventually(async () => expect(await waiting()).toHaveLength(3));
    hang = true;
    await eventually(() => expect(hanging).toBe(true));
    // Killed: its sessions end.
    const mine = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`;
    await bench.service.pool.query(mine);
    peer.away = false;
    await start(
      needsPeer(() => true),
      500,
    );
    await eventually(async () => expect(await effectsOn(bench.service, 'key')).toEqual([1, 2, 3]));
    expect(await waiting()).toEqual([]);
    // Had it only been paused, it would come back now: too late.
    comeBack();
    await Promise.all(consumers.splice(0).map((it) => it.stop()));
    expect(await effectsOn(bench.service, 'key')).toEqual([1, 2, 3]);
  });
});

describe('a waiting letter that turns out to be ill', { timeout: 20_000 }, () => {
  const startIll = (isIll: () => boolean) =>
    start((_, number) => {
      if (number === 1) peer.call();
      if (number === 1 && isIll()) throw new Error('cannot digest this');
    });

  async function parkedAfterWaiting(): Promise<string> {
    await eventually(async () => expect(await waiting()).toHaveLength(3));
    peer.away = false;
    return eventually(async () => {
      const parked = (await letters().list(10)).toReversed();
      expect(parked.map(({ causeMessage }) => causeMessage)).toEqual([
        'cannot digest this',
        'an earlier event of this key is parked',
        'an earlier event of this key is parked',
      ]);
      return parked[0]!.id;
    });
  }

  it('is parked with those behind it, and replayed with them', async () => {
    peer.away = true;
    await startIll(() => true);
    await log.append(facts('key', 3));
    const id = await parkedAfterWaiting();
    expect(await letters().replay(id, 'olga')).toBe(3);
    expect(await effectsOn(bench.service, 'key')).toEqual([1, 2, 3]);
  });

  it('can be discarded: those behind it are handled without further ado', async () => {
    peer.away = true;
    await startIll(() => true);
    await log.append(facts('key', 3));
    await letters().discard(await parkedAfterWaiting(), 'olga', 'nobody needs it');
    await eventually(async () => expect(await effectsOn(bench.service, 'key')).toEqual([2, 3]));
    const [discarded] = await letters().list(10, { states: ['discarded'] });
    expect(discarded).toMatchObject({ operator: 'olga', note: 'nobody needs it', state: 'discarded' });
  });
});

it('dead letters come in pages, by state and type', async () => {
  await start((key) => {
    if (key !== 'fine') throw new AppError('refused', 'NO', 'no');
  });
  await log.append(upTo(5).map((n) => fact(`ill-${n}`, n)));
  await eventually(async () => expect(await letters().list(10)).toHaveLength(5));
  const first = await letters().list(2);
  const rest = await letters().list(10, { before: first.at(-1)!.id });
  const ids = [...first, ...rest].map(({ id }) => id);
  expect(new Set(ids).size).toBe(5);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect(await letters().list(10, { type: 'another' })).toEqual([]);
  expect(await letters().list(10, { states: ['waiting', 'replayed', 'discarded'] })).toEqual([]);
});
