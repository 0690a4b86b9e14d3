import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findDoor, folders, isNodeRunning, useContext, type Door } from '@tradewind/cluster';
import type { Result } from './results.ts';
import type { Run } from './runs.ts';
import { runVitest } from './vitest.ts';

const NAMES = { suite: 'mesh', journeys: 'system in the mesh' };
const root = join(import.meta.dirname, '../../..');

/** The mesh suite, then the journeys through the ingress gateway: mutual TLS everywhere, nothing allowed by default. */
export async function runMesh({ filters, workspace, context }: Run): Promise<Result[]> {
  if (context !== undefined) useContext(context);
  const door = context !== undefined || isNodeRunning() ? await findDoor() : undefined;
  if (!door) return [skipped()];
  const mutations: Record<string, string> = filters.includes('mutations')
    ? { TRADEWIND_MUTATIONS: 'yes' }
    : {};
  const environment = { ...environmentOf(door, workspace, context), ...mutations };
  const suite = await runVitest('mesh', 'e2e/mesh', filters, environment, workspace);
  if (filters.length > 0) return [{ ...suite, name: NAMES.suite }];
  const journeys = await runVitest('system-mesh', 'e2e', ['journeys/'], environment, workspace);
  return [
    { ...suite, name: NAMES.suite },
    { ...journeys, name: NAMES.journeys },
  ];
}

const skipped = (): Result => ({
  name: NAMES.suite,
  passed: 0,
  failed: 0,
  skipped: [
    `${NAMES.suite}: no shop in a cluster here: npm run cluster -- up makes one, --context names one`,
  ],
});

function environmentOf(door: Door, workspace: string, context: string | undefined): Record<string, string> {
  const certificate = join(workspace, 'shop.pem');
  writeFileSync(certificate, door.certificate);
  return {
    TRADEWIND_URL: door.url,
    TRADEWIND_INGRESS: door.address,
    NODE_EXTRA_CA_CERTS: certificate,
    NODE_OPTIONS: `--import=${pathToFileURL(join(root, 'e2e/mesh/support/shop-address.ts')).href}`,
    ...(context === undefined
      ? { PATH: `${folders.kubernetes}:${process.env['PATH']}` }
      : { TRADEWIND_CONTEXT: context }),
  };
}
