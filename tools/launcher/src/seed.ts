import { existsSync, writeFileSync } from 'node:fs';
import { runTool } from './child-tool.ts';
import type { DataFolder } from './data-folder.ts';
import { addressVariable } from './environment.ts';
import type { Ports } from './ports.ts';

const seeded = ['product', 'inventory'];

export const needsSeed = (data: DataFolder): boolean => !existsSync(data.seededFile);

/** Fills the shop's shelves, once per data folder. The seed itself is safe to repeat: a kill in between does no harm. */
export async function seed(data: DataFolder, ports: Ports, signal?: AbortSignal): Promise<void> {
  const addresses = seeded.map((name) => [addressVariable(name), `127.0.0.1:${ports.of(name, 'grpc')}`]);
  await runTool('tools/seed/src/main.ts', [], { environment: Object.fromEntries(addresses), signal });
  writeFileSync(data.seededFile, `${JSON.stringify({ at: new Date().toISOString() })}\n`);
}
