import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Listeners } from '../checkers/events.ts';
import { LISTENERS } from './read-snapshot.ts';

const root = join(import.meta.dirname, '../../../..');

/** What each service listens to, from the one file that says so. */
export function readListeners(): Listeners {
  return new Map(LISTENERS.map((service) => [service, typesOf(service)] as const));
}

function typesOf(service: string): Set<string> {
  const file = join(root, 'apps', service, 'src/entry-points/events/subscriptions.ts');
  if (!existsSync(file)) throw new Error(`${file} is not there: who listens to what?`);
  const types = readFileSync(file, 'utf8').matchAll(/'(tradewind\.[a-z]+\.v\d+\.[a-z-]+)':/g);
  return new Set([...types].map(([, type]) => type!));
}
