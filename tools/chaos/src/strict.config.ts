import { homedir } from 'node:os';
import { join } from 'node:path';

/** As in strict/go.mod. */
const VERSION = '20260906172039';

const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
const executable = process.platform === 'win32' ? '.exe' : '';

export const STRICT_SOURCE = join(import.meta.dirname, '../strict');

/** Where what `install.ts` builds stays, for all checkouts. */
export const STRICT = join(
  ...[XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'tradewind', 'chaos'],
  `strict-${VERSION}${executable}`,
);
