import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toResult, type JsonReport, type Result } from './results.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs one set of tests in a process of its own and reads what came out. */
export async function runVitest(
  name: string,
  folder: string,
  filters: readonly string[],
  environment: Record<string, string>,
  workspace: string,
): Promise<Result> {
  const report = join(workspace, `${name}.json`);
  const program = join(root, 'node_modules/vitest/vitest.mjs');
  const args = [
    program,
    'run',
    '--root',
    folder,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const env = { ...process.env, ...environment, FORCE_COLOR: process.stdout.isTTY ? '1' : '0' };
  const child = spawn(process.execPath, [...args, ...filters], { cwd: root, env, stdio: 'inherit' });
  const status = await new Promise<number>((resolve) => child.on('close', (code) => resolve(code ?? 1)));
  return toResult(name, status, JSON.parse(readFileSync(report, 'utf8')) as JsonReport);
}
