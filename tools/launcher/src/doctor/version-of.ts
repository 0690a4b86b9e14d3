import { execFile } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { found, missing, type Finding } from './check.ts';

const LIMIT = 5_000;

export interface Question {
  readonly command: string;
  readonly args: readonly string[];
  /** Picks the version out of the answer, as its first group. */
  readonly pattern: RegExp;
  readonly atLeast?: number;
}

/** Runs a program to ask for its version. */
export function versionOf({ command, args, pattern, atLeast = 0 }: Question): Promise<Finding> {
  const options = { timeout: LIMIT, shell: process.platform === 'win32' };
  return new Promise((resolve) => {
    execFile(command, [...args], options, (error, stdout, stderr) => {
      const version = pattern.exec(stripVTControlCharacters(`${stdout}\n${stderr}`))?.[1];
      if (error || version === undefined)
        resolve(missing(error?.code === 'ENOENT' ? undefined : 'does not answer'));
      else if (Number.parseInt(version, 10) < atLeast) resolve(missing(`${version} is too old`));
      else resolve(found(version));
    });
  });
}
