import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server says about itself in its data folder. */
export interface PostmasterFile {
  readonly pid: number;
  readonly status: string;
}

export const postmasterFile = (data: string): string => join(data, 'postmaster.pid');

export function readPostmasterFile(data: string): PostmasterFile | undefined {
  try {
    const lines = readFileSync(postmasterFile(data), 'utf8').split('\n');
    return { pid: Number(lines[0]), status: lines[7]?.trim() ?? '' };
  } catch {
    return undefined;
  }
}
