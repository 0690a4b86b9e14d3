import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleService } from '@tradewind/build-tool';
import type { Mutation } from './mutation.ts';

const root = join(import.meta.dirname, '../../../..');

/**
 * Bundles the processes of a mutation with their source changed; nothing in the repository is touched.
 * @returns the programs, by process
 * @throws when the source does not contain what is to be changed: the mutation has grown old
 */
export async function buildMutant(mutation: Mutation, folder: string): Promise<Record<string, string>> {
  requireCurrent(mutation);
  const { file, find, replace, apps } = mutation;
  const plugin = {
    name: 'mutation',
    transform: {
      filter: { id: new RegExp(`${file.replaceAll('.', '\\.')}$`) },
      handler: (code: string) => ({ code: code.replace(find, () => replace), map: null }),
    },
  };
  const programs: Record<string, string> = {};
  for (const app of apps) {
    const output = join(folder, mutation.name, app);
    await bundleService(app, { output, plugins: [plugin] });
    programs[app] = join(output, 'main.mjs');
  }
  return programs;
}

/** @throws when the source does not contain what is to be changed: the mutation has grown old */
export function requireCurrent({ name, file, find }: Mutation): void {
  if (readFileSync(join(root, file), 'utf8').split(find).length === 2) return;
  throw new Error(`mutation ${name}: ${file} does not contain once what it changes; bring it up to date`);
}
