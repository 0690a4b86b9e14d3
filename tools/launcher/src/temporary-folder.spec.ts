import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeTemporaryFolder } from './temporary-folder.ts';

it('can be entered by every user, and goes with all that is in it', () => {
  const folder = makeTemporaryFolder('spec');
  mkdirSync(join(folder.path, 'data'));
  expect(statSync(folder.path).mode & 0o777).toBe(0o755);
  folder.remove();
  expect(existsSync(folder.path)).toBe(false);
});
