// Builds the programs of the one-node cluster: node tools/cluster/src/install.ts. About 25 minutes on two cores, once for each version.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { programSets, type ProgramSet } from './programs.ts';
import { Failure, tryRun } from './run.ts';

/** Builds what is missing, one set after the other, and says how far it is. @throws Failure when something cannot be built */
export async function installPrograms(say: (text: string) => void): Promise<void> {
  const missing = programSets.filter(({ folder }) => !existsSync(folder));
  if (missing.length === 0) return;
  await findBuilders();
  say(`${missing.length} of ${programSets.length} sets of programs are to be built, once: up to 25 minutes`);
  for (const [index, set] of missing.entries()) {
    say(`${index + 1}/${missing.length} ${set.name} …`);
    const began = Date.now();
    await install(set);
    say(`${index + 1}/${missing.length} ${set.name}: ${Math.round((Date.now() - began) / 1_000)} s`);
  }
}

async function install({ folder, build }: ProgramSet): Promise<void> {
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  await build(unfinished);
  mkdirSync(dirname(folder), { recursive: true });
  renameSync(unfinished, folder);
}

async function findBuilders(): Promise<void> {
  const go = await tryRun('go', ['version']);
  const minor = Number(/go1\.(\d+)/.exec(go.output)?.[1] ?? 0);
  const pip = await tryRun('pip', ['--version']);
  const wanted = [
    ...(minor >= 26 ? [] : ['Go 1.26 or later']),
    ...(pip.code === 0 ? [] : ['pip of Python 3']),
  ];
  if (wanted.length === 0) return;
  throw new Failure(
    `The cluster's programs are built here, which needs ${wanted.join(' and ')}. Or name a cluster that is there: npm run cluster -- up --context NAME`,
  );
}

if (import.meta.filename === process.argv[1]) await installPrograms((text) => console.log(text));
