import { join } from 'node:path';
import { build } from 'vite';
import { root } from './root.ts';

/** The shop and the control room: static files in dist/apps/storefront. */
export async function bundleStorefront(): Promise<void> {
  const folder = join(root, 'apps/storefront');
  await build({ root: folder, configFile: join(folder, 'vite.config.ts'), logLevel: 'warn' });
}
