// The PostgreSQL packages list the symbolic links of their libraries in a file, because npm packages cannot contain links.
// Their own install script would make them; no install script runs here, so this does the same.
import { copyFileSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { postgresFolder } from './paths.mjs';

function readLinks() {
  const list = join(postgresFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  return JSON.parse(readFileSync(list, 'utf8')).map(({ source, target }) => ({
    file: join(postgresFolder, source),
    link: join(postgresFolder, target),
  }));
}

export const linksAreMissing = () => readLinks().some(({ link }) => !existsSync(link));

export function createLinks() {
  for (const { file, link } of readLinks()) if (!existsSync(link)) createLink(file, link);
}

function createLink(file, link) {
  rmSync(link, { force: true });
  try {
    symlinkSync(relative(dirname(link), file), link);
  } catch {
    copyFileSync(file, link); // a file system without links
  }
}
