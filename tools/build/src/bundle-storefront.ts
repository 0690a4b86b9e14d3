import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from './root.ts';

/** Smaller files gain nothing from compression. */
const WORTH_IT = 1_024;

/** The shop and the control room: static files in dist/apps/storefront, each text also compressed beside itself. */
export async function bundleStorefront(): Promise<void> {
  const folder = join(root, 'apps/storefront');
  const output = join(root, 'dist/apps/storefront');
  const fresh = `${output}-new`;
  const configFile = join(folder, 'vite.config.ts');
  await build({ root: folder, configFile, logLevel: 'warn', build: { outDir: fresh, emptyOutDir: true } });
  compressTexts(fresh);
  // A gateway that runs keeps serving the old files until they are replaced as a whole.
  rmSync(output, { recursive: true, force: true });
  renameSync(fresh, output);
}

function compressTexts(folder: string): void {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(js|css|html|svg)$/.test(file)) continue;
    const text = readFileSync(join(folder, file));
    if (text.length < WORTH_IT) continue;
    writeFileSync(join(folder, `${file}.br`), brotli(text));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(text));
  }
}

function brotli(text: Buffer): Buffer {
  // Nine is nearly as small as eleven and ten times quicker.
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}
