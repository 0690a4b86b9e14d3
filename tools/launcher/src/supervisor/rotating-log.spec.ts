import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lastLines, RotatingLog } from './rotating-log.ts';

test('a full log is put aside once, and older ones go', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'order.log');
  const log = new RotatingLog(file, 8);
  for (const line of ['one one\n', 'two two\n', 'three\n', 'four\n']) log.write(line);
  log.close();
  expect(readFileSync(`${file}.1`, 'utf8')).toBe('two two\n');
  expect(lastLines(file, 2)).toEqual(['three', 'four']);
});
