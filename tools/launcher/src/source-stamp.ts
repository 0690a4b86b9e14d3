import { createHash } from 'node:crypto';
import { readdirSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

const sources = ['apps', 'libs', 'tools/build', 'package-lock.json', 'tsconfig.base.json'];
const skippedFolders = new Set(['node_modules', 'dist', 'coverage', 'test', '.vite']);
const skippedFiles = /\.(?:md|spec\.tsx?|tsbuildinfo|log)$/;
/** Made by the build itself. */
const generated = join('generated', 'prisma');

/** A fingerprint of everything that the build reads: path, time of change and size of each file, not the contents. */
export function stampSources(root: string): string {
  const hash = createHash('sha256');
  for (const source of sources) for (const file of listFiles(join(root, source))) hash.update(describe(file));
  return hash.digest('hex');
}

function describe(file: string): string {
  const { mtimeMs, size } = statSync(file);
  return `${file}\0${mtimeMs}\0${size}\n`;
}

function* listFiles(path: string): Generator<string> {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (entry?.isFile()) yield path;
  if (!entry?.isDirectory() || path.endsWith(generated)) return;
  const children = readdirSync(path, { withFileTypes: true }).filter(isSource);
  for (const child of children.sort((a, b) => (a.name < b.name ? -1 : 1)))
    yield* listFiles(join(path, child.name));
}

const isSource = (entry: Dirent): boolean =>
  entry.isDirectory() ? !skippedFolders.has(entry.name) : !skippedFiles.test(entry.name);
