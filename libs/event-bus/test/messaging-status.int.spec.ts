import { uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createOutbox, findUnhandled, readMessagingStatus, type Consumer } from '../src/index.ts';
import { fact, facts, openBench, type Bench } from './bench.ts';
import { createPeer, listen, listener } from './listening.ts';

let bench: Bench;
const consumers: Consumer[] = [];

beforeAll(async () => {
  bench = await openBench();
}, 30_000);
afterAll(async () => {
  await Promise.all(consumers.map((it) => it.stop()));
  await bench.close();
});

it('tells the backlog, what was published lately, the letters and the connections', async () => {
  const { service } = bench;
  expect(await readMessagingStatus(service)).toMatchObject({
    ...{ unpublished: 0, oldestUnpublished: 0, parked: 0, waiting: 0, oldestWaiting: 0 },
    ...{ recentlyPublished: [], connections: { maximum: 16, waiting: 0 } },
  });
  const [published, stuck, old] = [fact('a', 1), fact('b', 1), fact('c', 1)];
  const longAgo = { ...old, id: uuidV7(Date.now() - 3_600_000) };
  const late = { ...stuck, occurredAt: new Date(Date.now() - 40_000).toISOString() };
  await createOutbox().append(service, [published, late, longAgo]);
  await service.pool.query(
    `update outbox set published_at = now() - interval '5 s' where aggregateid <> 'b'`,
  );
  const status = await readMessagingStatus(service);
  expect(status.unpublished).toBe(1);
  expect(status.oldestUnpublished).toBeGreaterThanOrEqual(40);
  expect(status.recentlyPublished).toEqual([{ id: published.id, key: 'a' }]);
});

it('tells handled events and letters from those that are missing', async () => {
  const peer = createPeer();
  peer.away = true;
  const log = bench.log();
  const options = listener(bench, log, (key) => {
    if (key === 'needy') peer.call();
    if (key === 'ill') throw new Error('no');
  });
  consumers.push(await listen(options));
  const events = [...facts('fine', 1), ...facts('needy', 1), ...facts('ill', 1)];
  await log.append(events);
  await eventually(async () =>
    expect(await readMessagingStatus(bench.service)).toMatchObject({ parked: 1, waiting: 1 }),
  );
  const unknown = uuidV7();
  expect(await findUnhandled(bench.service, [...events.map(({ id }) => id), unknown])).toEqual([unknown]);
});
