import { loadavg } from 'node:os';
import { median } from '../parts/percentile.ts';
import { bare, cockatiel, opossum, ours, type Piece } from './pieces.ts';

interface PieceCost {
  part: string;
  library: string;
  /** Nanoseconds of CPU for a call, the bare function included: median and least of the rounds. */
  median: number;
  least: number;
}

export interface ResilienceCosts {
  costs: PieceCost[];
  /** Libraries that could not be had. */
  absent: string[];
  calls: number;
  rounds: number;
  load: number;
}

const CALLS = 100_000;
const WARM_UP = 20_000;

/** Calls one after the other, in rounds in which each piece has its turn: what disturbs one disturbs its neighbours, too. */
export async function measureResilience(rounds: number): Promise<ResilienceCosts> {
  const { pieces, absent } = await available();
  const load = loadavg()[0]!;
  const times = pieces.map((): number[] => []);
  for (const { call } of pieces) await time(call, WARM_UP);
  for (let round = 0; round < rounds; round++) {
    for (const [index, { call }] of pieces.entries()) times[index]!.push(await time(call, CALLS));
  }
  pieces.forEach(({ close }) => close?.());
  const costs = pieces.map(({ part, library }, index) => ({
    ...{ part, library },
    median: median(times[index]!),
    least: Math.min(...times[index]!),
  }));
  return { costs, absent, calls: CALLS, rounds, load };
}

/** By the CPU time of the process, garbage collection included: nothing waits here, and what else the machine does is left out. */
async function time(call: () => Promise<unknown>, calls: number): Promise<number> {
  const began = process.cpuUsage();
  for (let done = 0; done < calls; done++) await call();
  const { user, system } = process.cpuUsage(began);
  return ((user + system) * 1_000) / calls;
}

async function available(): Promise<{ pieces: Piece[]; absent: string[] }> {
  const absent: string[] = [];
  const peer = async <Module>(name: string, load: () => Promise<Module>, make: (it: Module) => Piece[]) => {
    const loaded = await load().catch(() => undefined);
    if (loaded) return make(loaded);
    absent.push(name);
    return [];
  };
  const pieces = [
    bare,
    ...ours(),
    ...(await peer('cockatiel', () => import('cockatiel'), cockatiel)),
    ...(await peer(
      'opossum',
      () => import('opossum'),
      (it) => opossum(it.default),
    )),
  ];
  return { pieces, absent };
}
