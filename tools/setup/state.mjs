// What is installed, compared with what package-lock.json asks for.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linksAreMissing } from './links.mjs';
import { lockFile, node24, packages, postgresFolder, postgresPackage, stampFile } from './paths.mjs';

const wantedStamp = () =>
  `${createHash('sha256').update(readFileSync(lockFile)).digest('hex')} ${process.platform}-${process.arch}\n`;

const stampIsCurrent = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wantedStamp();

export const writeStamp = () => writeFileSync(stampFile, wantedStamp());

/** Every difference from a usable checkout; an empty list means that there is nothing to do. */
export function findProblems({ ignoreStamp = false } = {}) {
  if (!existsSync(packages))
    return [{ text: 'packages are not installed.', needsInstall: true, blocksDoctor: true }];
  const problems = [];
  if (!ignoreStamp && !stampIsCurrent())
    problems.push({
      text: 'packages differ from package-lock.json, or were never checked.',
      needsInstall: true,
    });
  if (!existsSync(node24))
    problems.push({
      text: `no Node 24 for ${process.platform}-${process.arch}.`,
      needsInstall: true,
      blocksDoctor: true,
    });
  if (!existsSync(postgresFolder))
    problems.push({ text: `${postgresPackage} is missing.`, needsInstall: true });
  else if (linksAreMissing()) problems.push({ text: "PostgreSQL's library links are missing." });
  return problems;
}

/**
 * True when somebody ran `npm install` or `npm ci` by hand and the result is what the lock file says: then there is
 * nothing to install. npm keeps a list of what it installed in node_modules/.package-lock.json, and writes it even for
 * `--package-lock-only`, so the folders are looked for, too.
 */
export function adoptInstallation() {
  if (!existsSync(node24) || !existsSync(postgresFolder)) return false;
  const installed = readPackages(join(packages, '.package-lock.json'));
  const wanted = Object.entries(readPackages(lockFile));
  return wanted.every(
    ([path, entry]) =>
      !path ||
      entry.optional ||
      (sameEntry(installed[path], entry) && existsSync(join(packages, '..', path))),
  );
}

const sameEntry = (found, wanted) =>
  found !== undefined && found.version === wanted.version && found.integrity === wanted.integrity;

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return {};
  }
}
