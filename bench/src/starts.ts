import { join } from 'node:path';
import { startSystem, type RunningSystem } from '@tradewind/launcher';
import type { Section } from './report.ts';

/** Starts on empty data, stops, and starts again; the second system goes on running. */
export async function measureStarts(
  folder: string,
  port: number,
): Promise<{ section: Section; system: RunningSystem }> {
  const dataDirectory = join(folder, 'data');
  const first = await timedStart(dataDirectory, port);
  const stopping = performance.now();
  await first.system.stop();
  const stopped = seconds(stopping);
  const second = await timedStart(dataDirectory, port);
  const section: Section = {
    title: 'Start',
    note: 'From the start of the launcher to the first page of products, the sources being built.',
    head: ['what', 'seconds', 'budget'],
    rows: [
      ['first start: new database, migrations, seed', first.took, '60 from a fresh clone'],
      ['second start', second.took, 10],
      ['stop', stopped, 10],
    ],
  };
  return { section, system: second.system };
}

async function timedStart(
  dataDirectory: string,
  port: number,
): Promise<{ system: RunningSystem; took: string }> {
  const began = performance.now();
  const system = await startSystem({ dataDirectory, port });
  const page = await fetch(`${system.url}/api/products`);
  if (page.status !== 200) throw new Error(`the first page answered ${page.status}`);
  return { system, took: seconds(began) };
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(1);
}
