// npm test: unit and integration specs on a real PostgreSQL, then journeys and the browser against the running system.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, HELP } from './options.ts';
import { printSummary, type Result } from './results.ts';
import { startTestSystem } from './test-system.ts';
import { runVitest } from './vitest.ts';

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

const results: Result[] = [];
const workspace = mkdtempSync(join(tmpdir(), 'tradewind-test-'));
const system = await startTestSystem(workspace, options);
try {
  const environment = { TEST_POSTGRES_URL: system.postgresUrl, TRADEWIND_URL: system.url };
  if (options.specs) results.push(await runVitest('specs', '.', options.filters, environment, workspace));
  if (options.journeys)
    results.push(await runVitest('system', 'e2e', options.filters, environment, workspace));
} finally {
  await system.stop();
  rmSync(workspace, { recursive: true, force: true });
}
process.exitCode = printSummary(results, options.nothingSkipped);
