// What the relay costs: TEST_POSTGRES_URL=… node libs/event-bus/test/measure-relay.ts
import { setTimeout as sleep } from 'node:timers/promises';
import { createConsumer, createOutbox, createRelay, subscriptions } from '../src/index.ts';
import { fact, facts, logger, openBench, TYPE, type Bench } from './bench.ts';

const GATHER = Number(process.env['GATHER'] ?? 20);
const outbox = createOutbox();
const bench = await openBench();
await saturated(bench, 20_000);
for (const rate of [50, 200, 1_000]) await paced(bench, rate, 4);
await bench.close();

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Publishes what lies there: events per second of relay and log together. */
async function saturated({ service, inside, log }: Bench, amount: number): Promise<void> {
  for (let from = 0; from < amount; from += 1_000) {
    const keys = Array.from({ length: 1_000 }, (_, index) => fact(`key-${(from + index) % 500}`, index));
    await service.transaction((sql) => outbox.append(sql, keys));
  }
  const begin = performance.now();
  const relay = createRelay({ database: service, log: log(), logger, gather: GATHER, poll: 1_000 });
  while (
    (await service.pool.query('select 1 from outbox where published_at is null limit 1')).rowCount! > 0
  ) {
    await sleep(5);
  }
  const seconds = (performance.now() - begin) / 1_000;
  await relay.stop();
  const { rows } = await inside.pool.query<{ n: number }>('select count(*)::int n from event');
  print(`saturated: ${Math.round(amount / seconds)} events/s, ${rows[0]!.n} in the log`);
}

/** Commit to handler, and transactions for each event, at a steady rate. */
async function paced({ service, log }: Bench, rate: number, seconds: number): Promise<void> {
  const committedAt = new Map<string, number>();
  const delays: number[] = [];
  const reading = log({ lease: 10_000 });
  const seen = subscriptions<undefined>({ [TYPE]: async ({ id }) => note(id) });
  const note = (id: string): void => {
    const at = committedAt.get(id);
    if (at !== undefined) delays.push(performance.now() - at);
  };
  const consumer = await createConsumer({
    ...{
      group: `paced-${rate}`,
      log: reading,
      database: service,
      subscriptions: seen,
      logger,
      committed: () => {},
    },
    transact: (work) => service.transaction((sql) => work(undefined, sql)),
  });
  const relay = createRelay({ database: service, log: log(), logger, gather: GATHER, poll: 1_000 });
  await sleep(3_000);
  const before = await commits(service);
  const pending: Promise<void>[] = [];
  const begin = performance.now();
  const total = rate * seconds;
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - begin) / 1_000) * rate));
    for (; sent < due; sent++) pending.push(one(sent));
    await sleep(1);
  }
  await Promise.all(pending);
  while (delays.length < total) await sleep(20);
  const sorted = delays.toSorted((a, b) => a - b);
  const at = (share: number): string => sorted[Math.floor(sorted.length * share)]!.toFixed(1);
  const each = (((await commits(service)) - before) / total).toFixed(2);
  print(`${rate}/s: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms; ${each} commits each`);
  await consumer.stop();
  await relay.stop();

  async function one(number: number): Promise<void> {
    const [event] = facts(`key-${number % 50}`, 1, number);
    await service.transaction((sql) => outbox.append(sql, [event!]));
    committedAt.set(event!.id, performance.now());
    relay.wake();
  }
}

async function commits({ pool }: Bench['service']): Promise<number> {
  await pool.query('select pg_stat_clear_snapshot()');
  const text = `select sum(xact_commit)::int n from pg_stat_database where datname like current_database() || '%'`;
  return (await pool.query<{ n: number }>(text)).rows[0]!.n;
}
