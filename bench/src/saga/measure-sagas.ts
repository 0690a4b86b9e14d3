import type { Cleanup } from '../parts/cleanup.ts';
import { cpuOf, cpuOfServer, loadNow } from '../parts/cpu.ts';
import { percentile } from '../parts/percentile.ts';
import type { Server } from '../parts/server.ts';
import { checkRows } from './check-rows.ts';
import { closedLoop } from './closed-loop.ts';
import { ENGINES, type EngineName } from './engines.ts';
import { startEngine, type RunningEngine } from './running-engine.ts';
import type { Measured } from './saga-section.ts';

const IN_FLIGHT = [1, 16, 64];
/** Just-in-time compilation, and plans of statements. */
const WARM_UP_SECONDS = 4;

interface SagaOptions {
  server: Server;
  folder: string;
  /** Of each load. */
  seconds: number;
  rounds: number;
  cleanup: Cleanup;
}

/** The same saga in each engine, in turns; the order of the engines rotates, so that none is always the first. */
export async function measureSagas(
  options: SagaOptions,
): Promise<{ measured: Measured[]; absent: string[] }> {
  const absent: string[] = [];
  const engines: RunningEngine[] = [];
  const done = new Map<EngineName, string[]>(ENGINES.map((name) => [name, []]));
  for (const name of ENGINES) {
    try {
      engines.push(await start(name, options));
    } catch (error) {
      absent.push(`${name} could not be started here: ${(error as Error).message}`);
      console.log(absent.at(-1));
    }
  }
  for (const engine of engines) {
    const warm = await closedLoop(engine.run, 64, WARM_UP_SECONDS);
    done.get(engine.name)!.push(...warm.done);
  }
  const measured: Measured[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const engine of rotated(engines, round)) {
      for (const inFlight of IN_FLIGHT) {
        const { ids, figures } = await measure(engine, inFlight, options);
        done.get(engine.name)!.push(...ids);
        measured.push({ ...figures, engine: engine.name, inFlight, round });
      }
    }
  }
  await Promise.all(engines.map((engine) => engine.stop()));
  for (const { name } of engines) {
    const wrong = await checkRows(options.server, `${name}_rows`, done.get(name)!);
    if (wrong) measured.filter(({ engine }) => engine === name).forEach((it) => it.wrong.push(wrong));
  }
  return { measured, absent };
}

async function start(name: EngineName, { server, folder, cleanup }: SagaOptions): Promise<RunningEngine> {
  console.log(`starting ${name} …`);
  const engine = await startEngine(name, server, folder);
  cleanup.add(() => engine.stop());
  return engine;
}

async function measure(engine: RunningEngine, inFlight: number, { server, seconds }: SagaOptions) {
  const read = async () => ({
    commits: await server.commits(engine.databases),
    cpu: cpuOf(engine.pids),
    postgres: cpuOfServer(server.pid),
  });
  // What others have left to be written is written now, not in this one's time.
  await server.query('postgres', 'checkpoint');
  const before = await read();
  const result = await closedLoop(engine.run, inFlight, seconds);
  const after = await read();
  const sagas = result.done.length;
  const figures = {
    perSecond: sagas / result.seconds,
    p50: percentile(result.latencies, 0.5),
    p99: percentile(result.latencies, 0.99),
    commits: (after.commits - before.commits) / sagas,
    cpu: (after.cpu - before.cpu) / sagas,
    postgres: (after.postgres - before.postgres) / sagas,
    load: Number(loadNow()),
    wrong: [...new Set(result.failures)],
  };
  console.log(
    `${engine.name}, ${inFlight} in flight: ${figures.perSecond.toFixed(0)} sagas/s, load ${figures.load}`,
  );
  return { ids: result.done, figures };
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const from = by % Math.max(1, items.length);
  return [...items.slice(from), ...items.slice(0, from)];
}
