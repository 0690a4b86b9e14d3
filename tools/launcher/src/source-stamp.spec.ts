import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stampSources } from './source-stamp.ts';

let root: string;
const write = (path: string, text = 'x'): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tradewind-stamp-'));
  write('apps/order/src/main.ts');
});
afterEach(() => rmSync(root, { recursive: true }));

test('stays the same while nothing changes', () => {
  expect(stampSources(root)).toBe(stampSources(root));
});

test.each([
  'apps/order/src/main.ts',
  'libs/kernel/src/money.ts',
  'tools/build/src/main.ts',
  'package-lock.json',
])('changes with %s', (path) => {
  const before = stampSources(root);
  write(path, 'changed');
  expect(stampSources(root)).not.toBe(before);
});

test('changes when only the time of a file changes', () => {
  const before = stampSources(root);
  utimesSync(join(root, 'apps/order/src/main.ts'), 1, 1);
  expect(stampSources(root)).not.toBe(before);
});

test.each([
  'apps/order/node_modules/x.js',
  'apps/order/README.md',
  'apps/order/src/main.spec.ts',
  'apps/order/src/generated/prisma/client.ts',
])('does not care about %s', (path) => {
  const before = stampSources(root);
  write(path);
  expect(stampSources(root)).toBe(before);
});
