import { Pool } from 'undici';
import { Child } from '../parts/child.ts';
import type { Cleanup } from '../parts/cleanup.ts';
import { loadNow } from '../parts/cpu.ts';
import type { Meters } from './meters.ts';
import type { Mode, Pair } from './modes.ts';
import { startSink, type Sink } from './sink.ts';

export interface TracingFigure {
  mode: string;
  /** Microseconds of CPU for a request, of both processes together. */
  cpu: number;
  perSecond: number;
  /** MiB of both processes. */
  memory: number;
  load: string;
}

interface TracingOptions {
  modes: readonly Mode[];
  /** Of each load. */
  seconds: number;
  rounds: number;
  cleanup: Cleanup;
}

interface RunningPair {
  mode: Mode;
  processes: Child[];
  pool: Pool;
  sink: Sink;
}

const WARM_UP_SECONDS = 3;
const IN_FLIGHT = 16;

/** An HTTP request with one gRPC hop, through each pair in turns; the order of the pairs rotates. */
export async function measureTracing({
  modes,
  seconds,
  rounds,
  cleanup,
}: TracingOptions): Promise<TracingFigure[]> {
  const pairs: RunningPair[] = [];
  for (const mode of modes) {
    console.log(`tracing: starting ${mode.name} …`);
    pairs.push(await startPair(mode, cleanup));
  }
  for (const pair of pairs) await drive(pair, WARM_UP_SECONDS);
  const figures: TracingFigure[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < pairs.length; turn++) {
      figures.push(await measure(pairs[(turn + round) % pairs.length]!, seconds));
    }
  }
  for (const { mode, sink } of pairs)
    if (mode.share === 1 && sink.received() === 0) throw new Error(`${mode.name} has sent no spans`);
  return figures;
}

async function startPair(mode: Mode, cleanup: Cleanup): Promise<RunningPair> {
  const sink = await startSink();
  const start = (file: string, pair: Pair): Child => {
    const preload = ['--import', new URL('auto-instrumentation.ts', import.meta.url).href];
    const child = Child.start(new URL(file, import.meta.url), [JSON.stringify(pair)], preload);
    cleanup.add(() => child.stop());
    return child;
  };
  const back = start('back-process.ts', { mode, sink: sink.url });
  const { address } = await back.next<{ address: string }>('address');
  const front = start('front-process.ts', { mode, sink: sink.url, address });
  const { port } = await front.next<{ port: number }>('port');
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections: IN_FLIGHT });
  cleanup.add(async () => {
    await pool.destroy();
    sink.close();
  });
  return { mode, processes: [front, back], pool, sink };
}

async function measure(pair: RunningPair, seconds: number): Promise<TracingFigure> {
  const before = await metersOf(pair);
  const requests = await drive(pair, seconds);
  const after = await metersOf(pair);
  return {
    mode: pair.mode.name,
    cpu: (after.cpu - before.cpu) / requests,
    perSecond: requests / seconds,
    memory: after.rssBytes / 2 ** 20,
    load: loadNow(),
  };
}

async function metersOf({ processes }: RunningPair): Promise<Meters> {
  const all = await Promise.all(processes.map((it) => it.ask<Meters>({ meters: true }, 'cpu')));
  return {
    cpu: all.reduce((sum, { cpu }) => sum + cpu, 0),
    rssBytes: all.reduce((sum, { rssBytes }) => sum + rssBytes, 0),
  };
}

/** So many in flight; the next begins when one is done. @returns how many were answered */
async function drive({ pool }: RunningPair, seconds: number): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let answered = 0;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const { statusCode, body } = await pool.request({ method: 'GET', path: '/carts/ada' });
      await body.dump();
      if (statusCode !== 200) throw new Error(`a request of the bench was answered ${statusCode}`);
      answered++;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  return answered;
}
