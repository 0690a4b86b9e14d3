import type { Transaction } from '@tradewind/database';
import { AppError, uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createConsumer,
  createDeadLetters,
  subscriptions,
  type Consumer,
  type EventLog,
} from '../src/index.ts';
import { effectsOn, fact, facts, logger, openBench, recordEffect, TYPE, upTo, type Bench } from './bench.ts';

let bench: Bench;
let group: string;
let log: EventLog;
const consumers: Consumer[] = [];

beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench.close());
beforeEach(() => {
  group = `group-${uuidV7()}`;
  log = bench.log();
});
afterEach(async () => {
  await Promise.all(consumers.splice(0).map((it) => it.stop()));
  await bench.service.pool.query('truncate effect, inbox, dead_letter');
  await bench.inside.pool.query('truncate event; update topic_partition set next_offset = 0');
});

type Trouble = (key: string, number: number) => void;

/** A service that records an effect for each fact; `trouble` may throw before or (with `after`) behind the effect. */
function service(trouble: Trouble = () => {}, after: Trouble = () => {}, place = 'one') {
  const handlers = subscriptions<Transaction>({
    [TYPE]: async ({ key, data }: { key: string; data: { available: number } }, sql: Transaction) => {
      trouble(key, data.available);
      await recordEffect(sql, place, key, data.available);
      after(key, data.available);
    },
  });
  const transact = (work: (context: Transaction, sql: Transaction) => Promise<void>): Promise<void> =>
    bench.service.transaction((sql) => work(sql, sql));
  let commits = 0;
  return {
    group,
    log,
    database: bench.service,
    subscriptions: handlers,
    transact,
    logger,
    committed: () => void commits++,
    commits: () => commits,
  };
}

async function listen(options: ReturnType<typeof service>): Promise<Consumer> {
  const consumer = await createConsumer(options);
  consumers.push(consumer);
  return consumer;
}

const fails = (what: string, message = 'broken'): Trouble => {
  return (key, number) => {
    if (`${key}/${number}` === what) throw new Error(message);
  };
};
const parked = async (): Promise<string[]> => {
  const text = `select key || '/' || (event -> 'data' ->> 'available') as what from dead_letter where state = 'parked' order by id`;
  return (await bench.service.query<{ what: string }>('test.parked', text)).map(({ what }) => what);
};

describe('effects', { timeout: 20_000 }, () => {
  it('happen once, in order, though an event is delivered again', async () => {
    const [first, second, third] = facts('key', 3);
    await listen(service());
    await log.append([first!, second!]);
    await eventually(async () => expect(await effectsOn(bench.service, 'key')).toEqual([1, 2]));
    await log.append([first!, second!, first!, third!]);
    await eventually(async () => expect(await effectsOn(bench.service, 'key')).toEqual([1, 2, 3]));
  });

  it('happen once when two members share the work, one is killed and the other takes over', async () => {
    const keys = upTo(16).map((n) => `key-${n}`);
    const doomed = bench.log();
    await listen({ ...service(), log: doomed });
    await listen(service());
    for (const number of upTo(12)) {
      await log.append(keys.map((key) => fact(key, number)));
      if (number === 6) await doomed.close();
    }
    for (const key of keys) {
      await eventually(async () => expect(await effectsOn(bench.service, key)).toEqual(upTo(12)));
    }
  });

  it('and the memory of having handled are one transaction', async () => {
    let failures = 2;
    await listen(
      service(undefined, () => {
        if (failures-- > 0) throw new AppError('unavailable', 'AWAY', 'somebody is away');
      }),
    );
    await log.append(facts('key', 1));
    // The effects of the failed tries are rolled back together with their inbox rows: else none or three would be left.
    await eventually(async () => {
      expect(failures).toBeLessThan(0);
      expect(await effectsOn(bench.service, 'key')).toEqual([1]);
    });
  });

  it('are followed by a call of "committed"', async () => {
    const one = service();
    await listen(one);
    await log.append(facts('key', 1));
    await eventually(() => expect(one.commits()).toBe(1));
  });

  it('of a new group are those of the whole history', async () => {
    await log.append(facts('key', 5));
    await listen(service());
    await eventually(async () => expect(await effectsOn(bench.service, 'key')).toEqual([1, 2, 3, 4, 5]));
  });
});

describe('an event that fails for its own sake', { timeout: 20_000 }, () => {
  it('is parked with its cause after three tries, with the later ones of its key; other keys go on', async () => {
    let tries = 0;
    await listen(
      service((key, number) => {
        if (key === 'ill' && number === 2) tries++;
        fails('ill/2', 'cannot digest this')(key, number);
      }),
    );
    await log.append([...facts('ill', 4), ...facts('well', 4)]);
    await eventually(async () => expect(await effectsOn(bench.service, 'well')).toEqual([1, 2, 3, 4]));
    await eventually(async () => expect(await parked()).toEqual(['ill/2', 'ill/3', 'ill/4']));
    await log.append(facts('ill', 1, 5));
    await eventually(async () => expect(await parked()).toEqual(['ill/2', 'ill/3', 'ill/4', 'ill/5']));
    expect(await effectsOn(bench.service, 'ill')).toEqual([1]);
    expect(tries).toBe(1 + 3); // once with its batch, then alone
    const letters = await createDeadLetters(bench.service, service()).list(10);
    expect(
      letters.map(({ causeCode, causeMessage, attempts }) => [causeCode, causeMessage, attempts]),
    ).toEqual([
      ...Array.from({ length: 3 }, () => [
        'EVENT.BEHIND_PARKED',
        'an earlier event of this key is parked',
        0,
      ]),
      ['EVENT.NOT_HANDLED', 'cannot digest this', 3],
    ]);
  });

  it('is also one whose data does not fit its contract', async () => {
    await listen(service());
    await log.append([{ ...fact('ill', 1), data: 'not an object' }, ...facts('well', 1)]);
    await eventually(async () => expect(await effectsOn(bench.service, 'well')).toEqual([1]));
    await eventually(async () => {
      const letters = await createDeadLetters(bench.service, service()).list(10);
      expect(letters.map(({ key, causeCode }) => [key, causeCode])).toEqual([['ill', 'EVENT.MALFORMED']]);
    });
  });
});

describe('an event that fails because somebody is away', { timeout: 20_000 }, () => {
  it('is tried until it works, longer than one that is ill, and keeps its place', async () => {
    let failures = 6;
    await listen(
      service((key, number) => {
        if (key === 'key' && number === 2 && failures-- > 0)
          throw new AppError('unavailable', 'AWAY', 'away');
      }),
    );
    await log.append(facts('key', 4));
    await eventually(async () => expect(await effectsOn(bench.service, 'key')).toEqual([1, 2, 3, 4]));
    expect(await parked()).toEqual([]);
  });

  it('does not hold up the stop of its consumer', async () => {
    let tries = 0;
    const consumer = await listen(
      service(() => {
        tries++;
        throw new AppError('unavailable', 'AWAY', 'away');
      }),
    );
    await log.append(facts('key', 1));
    await eventually(() => expect(tries).toBeGreaterThan(1));
    await consumer.stop();
    const seen = tries;
    await log.append(facts('key', 1, 2));
    expect(tries).toBe(seen);
    // Nothing was given up: the next consumer of the group handles it.
    await listen(service());
    await eventually(async () => expect(await effectsOn(bench.service, 'key')).toEqual([1, 2]));
  });
});
