import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown, type Plugin } from 'rolldown';
import { prismaCompilerAsFile } from './prisma-compiler-as-file.ts';
import { root } from './root.ts';

// Peers that Nest, Fastify and pg load only if somebody installed them: they stay outside the bundle.
const OPTIONAL =
  /^(@nestjs\/(websockets|microservices|mongoose|platform-socket\.io|platform-express)|@fastify\/(view|multipart)|class-validator|class-transformer|pg-native|pino-pretty)($|\/)/;

// An ES module bundle has no require; what is CommonJS inside it still asks for Node's own modules that way.
const REQUIRE = `import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);`;

interface BundleOptions {
  /** Of the sources; apps/NAME unless given. */
  folder?: string;
  /** The folder of the bundle; dist/apps/NAME unless given. */
  output?: string;
  /** Further plugins, such as one that changes a source on its way. */
  plugins?: Plugin[];
}

/** One file for one process, OUTPUT/main.mjs: less memory and a faster start than node_modules at run time. */
export async function bundleService(
  name: string,
  {
    folder = join(root, 'apps', name),
    output = join(root, 'dist/apps', name),
    plugins = [],
  }: BundleOptions = {},
): Promise<void> {
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const bundle = await rolldown({
    input: { main: join(folder, 'src/main.ts') },
    platform: 'node',
    tsconfig: join(root, 'tsconfig.base.json'),
    external: (id) => OPTIONAL.test(id),
    plugins: [prismaCompilerAsFile(output), ...plugins],
    logLevel: 'warn',
    onLog: (level, log, show) => {
      if (log.code === 'UNRESOLVED_IMPORT' && !/node_modules/.test(log.id ?? ''))
        throw new Error(log.message);
      // Third-party code that we cannot mend; our own warnings are shown.
      if (!/node_modules/.test(log.id ?? log.message)) show(level, log);
    },
  });
  await bundle.write({
    dir: output,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: '[name]-[hash].mjs',
    minify: true,
    keepNames: true,
    sourcemap: 'hidden',
    banner: REQUIRE,
  });
  await bundle.close();
}
