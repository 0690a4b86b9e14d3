import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { migrate } from '@tradewind/database';
import { fileURLToPath } from 'node:url';
import { Child } from '../parts/child.ts';
import type { Cleanup } from '../parts/cleanup.ts';
import { loadNow } from '../parts/cpu.ts';
import { percentile } from '../parts/percentile.ts';
import type { Server } from '../parts/server.ts';
import type { Drained, Handled, Paced, Way } from './messages.ts';
import type { RelayFigures } from './relay-section.ts';
import { fillOutbox } from './stock-event.ts';

const RATE = 200;
/** More than can be published in the time that it has. */
const BACKLOG: Record<Way, number> = { relay: 100_000, poll: 20_000 };
/** Milliseconds for which a backlog is drained at most: the polled one takes as long as its pauses. */
const PATIENCE: Record<Way, number> = { relay: 25_000, poll: 8_000 };
/** Milliseconds until the listener has its partitions. */
const SETTLE = 1_000;

const bus = (path: string): URL => new URL(`../../../libs/event-bus/${path}`, import.meta.url);
const TABLES = ['sql/messaging.sql', 'sql/retry-and-rebuild.sql'].map((file) =>
  readFileSync(bus(file), 'utf8'),
);

interface Options {
  server: Server;
  seconds: number;
  cleanup: Cleanup;
}

interface Pair {
  way: Way;
  writer: Child;
  reader: Child;
}

export async function measureRelays(options: Options): Promise<RelayFigures[]> {
  const figures: RelayFigures[] = [];
  for (const way of ['relay', 'poll'] as const) {
    const paced = await onFreshDatabases(way, options, 0, (pair) => pace(pair, options.seconds));
    const alone = await onFreshDatabases(way, options, BACKLOG[way], drainAlone);
    const endToEnd = await onFreshDatabases(way, options, BACKLOG[way], drainToHandlers);
    figures.push({ way, ...paced, alone, endToEnd, load: loadNow() });
    const handled = `${endToEnd.toFixed(0)} events/s to the handler`;
    console.log(`${way}: p50 ${paced.p50.toFixed(1)} ms, ${alone.toFixed(0)} events/s, ${handled}`);
  }
  return figures;
}

/** Each measurement has databases and processes of its own, as if just started. */
async function onFreshDatabases<Result>(
  way: Way,
  { server, cleanup }: Options,
  backlog: number,
  work: (pair: Pair) => Promise<Result>,
): Promise<Result> {
  const [service, listener] = [
    await server.create('relay_service', ...TABLES),
    await server.create('relay_listener', ...TABLES),
  ];
  const log = await server.create('relay_log');
  await migrate({ connectionString: log, directory: fileURLToPath(bus('migrations')) });
  if (backlog > 0) await fillOutbox(service, backlog);
  await server.query('relay_service', 'vacuum analyze outbox');
  await server.query('postgres', 'checkpoint');
  const writer = Child.start(new URL('writer-process.ts', import.meta.url), [way, service, log]);
  await writer.next('ready' as never);
  const reader = Child.start(new URL('reader-process.ts', import.meta.url), [listener, log]);
  await reader.next('ready' as never);
  const stop = async (): Promise<void> => {
    await writer.stop();
    await reader.stop();
  };
  cleanup.add(stop);
  try {
    await sleep(SETTLE);
    return await work({ way, writer, reader });
  } finally {
    await stop();
  }
}

async function pace(
  { writer, reader }: Pair,
  seconds: number,
): Promise<{ p50: number; p99: number; lost: number }> {
  writer.send({ do: 'publish' });
  await timesOf(writer, reader, 3); // warms up
  const { committed, handled } = await timesOf(writer, reader, seconds);
  const delays = [...committed].flatMap(([id, at]) => (handled.has(id) ? [handled.get(id)! - at] : []));
  return {
    p50: percentile(delays, 0.5),
    p99: percentile(delays, 0.99),
    lost: committed.size - delays.length,
  };
}

async function timesOf(writer: Child, reader: Child, seconds: number): Promise<Paced & Handled> {
  const within = (seconds + 10) * 1_000;
  const handled = reader.ask<Handled>({ handle: RATE * seconds, within }, 'handled');
  const paced = await writer.ask<Paced>({ do: 'pace', rate: RATE, seconds }, 'committed');
  return { ...paced, ...(await handled) };
}

/** The relay alone: nobody listens meanwhile. */
async function drainAlone({ way, writer, reader }: Pair): Promise<number> {
  await reader.stop();
  const { published, milliseconds } = await drain(writer, way);
  return published / (milliseconds / 1_000);
}

async function drainToHandlers({ way, writer, reader }: Pair): Promise<number> {
  const order = { handle: BACKLOG[way], within: PATIENCE[way] };
  const handling = reader.ask<Handled>(order, 'handled');
  void drain(writer, way).catch(() => {});
  const { handled, milliseconds } = await handling;
  return handled.size / (milliseconds / 1_000);
}

function drain(writer: Child, way: Way): Promise<Drained> {
  return writer.ask<Drained>({ do: 'drain', within: PATIENCE[way] }, 'published');
}
