// An engine in a process of its own. Arguments: engine, its database, the database of the steps' rows, its folder.
import { endWithParent, tellParent } from '../parts/child.ts';
import { createBatch } from './batch.ts';
import { isEngine, load, type EngineName } from './engines.ts';
import type { Engine } from './engines/engine.ts';
import { createStepRows } from './step-rows.ts';

const [name, url, rowsUrl, folder] = process.argv.slice(2) as [string, string, string, string];
if (!isEngine(name)) throw new Error(`no such engine: ${name}`);

const rows = createStepRows(rowsUrl);
const engine = await start(name).catch(refuse);
const ended = createBatch<[id: string, failure: string | undefined]>((all) => tellParent({ ended: all }));

process.on('message', ({ begin }: { begin: string[] }) => {
  for (const id of begin)
    engine.run(id).then(
      () => ended([id, undefined]),
      (error: Error) => ended([id, error.message]),
    );
});
endWithParent(async () => {
  await engine.stop();
  await rows.close();
});
tellParent({ ready: true, url: engine.url, pids: [process.pid, ...(engine.pids ?? [])] });

async function start(engine: EngineName): Promise<Engine> {
  return (await load(engine))({ url, folder, step: rows.write });
}

/** Its packages may not be there, or have no program for this platform. */
function refuse({ message }: Error): Promise<never> {
  process.send!({ ready: false, why: message.split('\n')[0] }, () => process.exit());
  return new Promise(() => {});
}
