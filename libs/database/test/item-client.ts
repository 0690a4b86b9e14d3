import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

// The ES module build of Prisma 7.10's generator has imports that Node cannot follow, hence require.
const require = createRequire(import.meta.url);

interface Item {
  id: number;
  text: string;
}

/** What the tests use of the generated client. */
export interface ItemClient {
  item: {
    create(query: { data: Item }): Promise<Item>;
    findUnique(query: { where: { id: number } }): Promise<Item | null>;
    findMany(query?: { orderBy: { id: 'asc' } }): Promise<Item[]>;
    count(): Promise<number>;
  };
  $disconnect(): Promise<void>;
}

export type ItemClientClass = new (options: { adapter: object }) => ItemClient;

/** Generates the client of `schema.prisma` here and now: the library has no schema of its own. */
export async function generateItemClient(): Promise<ItemClientClass> {
  const internals = require('@prisma/internals') as typeof import('@prisma/internals');
  const { PrismaClientTsGenerator } = require('@prisma/client-generator-ts') as {
    PrismaClientTsGenerator: new () => never;
  };
  const schemaContext = await internals.loadSchemaContext({
    schemaPath: { cliProvidedPath: fileURLToPath(new URL('./schema.prisma', import.meta.url)) },
    printLoadMessage: false,
    schemaEngineConfig: { datasource: {} },
  } as never);
  const generators = await internals.getGenerators({
    schemaContext,
    registry: { 'prisma-client': { type: 'in-process', generator: new PrismaClientTsGenerator() } },
    cliCommand: 'generate',
    version: '7.10.0',
    skipDownload: true,
    printDownloadProgress: false,
  } as never);
  for (const generator of generators) {
    await generator.generate();
    generator.stop();
  }
  const generated = new URL('../dist/test-client/client.ts', import.meta.url).href;
  return ((await import(/* @vite-ignore */ generated)) as { PrismaClient: ItemClientClass }).PrismaClient;
}
