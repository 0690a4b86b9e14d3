import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from './repository.ts';

const script = join(repository, 'deploy/docker/secrets.mjs');

it('writes what compose asks for, readable by nobody else, and leaves what is there', ({
  onTestFinished,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-secrets-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, '.env');
  writeFileSync(file, 'PORT=9000\nPOSTGRES_PASSWORD=chosen');
  const write = (): string => {
    execFileSync(process.execPath, [script, file]);
    return readFileSync(file, 'utf8');
  };

  const written = write();
  expect(written).toMatch(/^PORT=9000\nPOSTGRES_PASSWORD=chosen\n(\w+=[0-9a-f]{48}\n)+$/);
  for (const name of ['SESSION_SECRET', 'PSP_WEBHOOK_SECRET', 'ORDER_DATABASE_PASSWORD', 'GRAFANA_PASSWORD'])
    expect(written).toContain(`\n${name}=`);
  expect(write()).toBe(written);
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
});
