import type { CreateEngine } from './engines/engine.ts';

const loaders = {
  tradewind: () => import('./engines/tradewind.ts'),
  dbos: () => import('./engines/dbos.ts'),
  restate: () => import('./engines/restate.ts'),
};

export type EngineName = keyof typeof loaders;

export const ENGINES = Object.keys(loaders) as EngineName[];

export const isEngine = (name: string): name is EngineName => name in loaders;

/** Only the one that is asked for: the others' packages may not be there. */
export async function load(name: EngineName): Promise<CreateEngine> {
  return (await loaders[name]()).createEngine;
}
