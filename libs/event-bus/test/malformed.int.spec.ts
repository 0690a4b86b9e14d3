import { createFaults } from '@tradewind/faults';
import { eventually } from '@tradewind/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { createDeadLetters, createPoison, UNREADABLE, type EventLog, type LogRecord } from '../src/index.ts';
import { effectsOn, fact, openBench, TOPIC, TYPE, type Bench } from './bench.ts';
import { listen, listener } from './listening.ts';

let bench: Bench;

beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(() => bench.close());
afterEach(() => bench.service.pool.query('truncate effect, inbox, dead_letter'));

/** A log that hands over whatever it is given: somebody else may have written into it. */
function logOf(events: unknown[]) {
  let handled: Promise<void> = Promise.resolve();
  const consume: EventLog['consume'] = async (_group, _topics, handle) => {
    const records = events.map(
      (event, offset) => ({ topic: TOPIC, partition: 0, offset, event }) as LogRecord,
    );
    handled = handle(records).then(() => handle(records));
    return { stop: () => handled };
  };
  return { ...bench.log(), consume };
}

const letters = () =>
  createDeadLetters(
    bench.service,
    listener(bench, bench.log(), () => {}),
  );

const good = () => fact('key', 1);
const cases: [string, unknown, string][] = [
  ['nothing at all', null, 'is no event'],
  ['a text', 'hello', 'is no event'],
  [
    'what the log itself could not read',
    { ...good(), type: UNREADABLE, data: 'no JSON; value: {' },
    'cannot be read: no JSON',
  ],
  ['no type', { ...good(), type: undefined }, 'has no type'],
  ['an id that is none', { ...good(), id: '7' }, 'has no UUID as its id'],
  ['no key', { ...good(), key: '' }, 'has no key'],
  ['no time', { ...good(), occurredAt: 'yesterday' }, 'does not say when it occurred'],
  ['data that is no object', { ...good(), data: 5 }, 'is no object'],
  [
    'a text for a number',
    { ...good(), data: { productId: 'p', available: 'many' } },
    'a number that is none',
  ],
];

it.each(cases)(
  '%s is parked with its cause, once, and what comes after it is handled',
  async (_, bad, why) => {
    const consumer = await listen(listener(bench, logOf([bad, fact('other', 1)]), () => {}));
    await eventually(async () => {
      const list = await letters().list(10);
      expect(list.map(({ causeCode, causeMessage }) => [causeCode, causeMessage])).toEqual([
        ['EVENT.MALFORMED', expect.stringContaining(why)],
      ]);
    });
    await consumer.stop();
    expect(await letters().list(10)).toHaveLength(1);
    expect(await effectsOn(bench.service, 'other')).toEqual([1]);
  },
);

it('a type that nobody here knows is passed over', async () => {
  const foreign = { ...good(), type: 'tradewind.future.v1.something', id: 'whatever' };
  const consumer = await listen(listener(bench, logOf([foreign, fact('other', 1)]), () => {}));
  await eventually(async () => expect(await effectsOn(bench.service, 'other')).toEqual([1]));
  await consumer.stop();
  expect(await letters().list(10)).toEqual([]);
});

it('the poison switch parks as many events as it is told, until it is off', async () => {
  const faults = createFaults();
  faults.enable('service');
  const poison = createPoison(faults);
  faults.set('service-poison', { enabled: true, value: 2 });
  const events = [fact('a', 1), fact('b', 1), fact('c', 1)];
  const options = { ...listener(bench, logOf(events), () => {}), poison };
  const consumer = await listen(options);
  await eventually(async () => expect(await letters().list(10)).toHaveLength(2));
  await consumer.stop();
  const operator = createDeadLetters(bench.service, options);
  const parked = await operator.list(10);
  expect(parked.map(({ causeCode, type }) => [causeCode, type])).toEqual([
    ['FAULT.POISON', TYPE],
    ['FAULT.POISON', TYPE],
  ]);
  await expect(operator.replay(parked[0]!.id, 'olga')).rejects.toMatchObject({ code: 'FAULT.POISON' });
  faults.reset();
  for (const { id } of parked) await operator.replay(id, 'olga');
  for (const key of ['a', 'b', 'c']) expect(await effectsOn(bench.service, key)).toEqual([1]);
});
