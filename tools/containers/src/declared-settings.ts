import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeSettings } from '@tradewind/config';
import { topology } from '@tradewind/launcher';
import { repository } from './repository.ts';
import type { DeclaredSettings } from './rules/settings.ts';

type Declarations = Parameters<typeof describeSettings>[0];

interface Config {
  declarations: Declarations;
  /** Settings of the policies of single dependencies, where a service has several. */
  policyDeclarations?: Declarations[];
}

/** What each app says in its `*.config.ts` that it reads. */
export async function readDeclaredSettings(): Promise<DeclaredSettings> {
  const names = topology.processes.map(({ name }) => name);
  const pairs = names.map(async (name) => {
    const file = join(repository, 'apps', name, 'src', `${name}.config.ts`);
    const { declarations, policyDeclarations = [] } = (await import(pathToFileURL(file).href)) as Config;
    return [name, [declarations, ...policyDeclarations].flatMap(describeSettings)] as const;
  });
  return Object.fromEntries(await Promise.all(pairs));
}
