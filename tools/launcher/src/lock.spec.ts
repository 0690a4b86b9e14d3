import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { releaseLock, takeLock } from './lock.ts';
import { identify } from './process-identity.ts';

const folder = mkdtempSync(join(tmpdir(), 'tradewind-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'launcher.lock');
const leave = (holder: object): void => writeFileSync(file, JSON.stringify({ note: 'earlier', ...holder }));

test('a living holder is named', () => {
  leave(identify(process.ppid));
  expect(takeLock(file, 'mine')).toMatchObject({ pid: process.ppid, note: 'earlier' });
});

test.each([
  ['whose process is gone', { pid: 2 ** 30 }],
  ['whose process id belongs to another process by now', { pid: process.ppid, started: 'in another life' }],
])('a lock %s is taken over', (_, holder) => {
  leave(holder);
  expect(takeLock(file, 'mine')).toBeUndefined();
  releaseLock(file);
  expect(takeLock(file, 'mine')).toBeUndefined();
});

test('an unreadable lock is taken over', () => {
  writeFileSync(file, '{');
  expect(takeLock(file, 'mine')).toBeUndefined();
});
