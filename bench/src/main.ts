// npm run bench: starts the system, or parts of it, on data of its own, and measures it. --help says more.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMachine } from './machine.ts';
import { measureParts } from './measure-parts.ts';
import { measureSystem } from './measure-system.ts';
import { measureTracingPart } from './tracing/measure-part.ts';
import { HELP, readOptions } from './options.ts';
import { Cleanup } from './parts/cleanup.ts';
import { mergeReports, report } from './report.ts';

const REPORT = new URL('../../docs/benchmarks.md', import.meta.url);

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'tradewind-bench-'));
const cleanup = new Cleanup();
cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
const run = { ...options, folder, cleanup };
try {
  const text = report(describeMachine(), [
    ...(await measureSystem(run)),
    ...(await measureParts(run)),
    ...(await measureTracingPart(run)),
  ]);
  console.log(`\n${text}`);
  const older = existsSync(REPORT) ? readFileSync(REPORT, 'utf8') : '';
  if (options.write) writeFileSync(REPORT, mergeReports(older, text));
} finally {
  await cleanup.run();
}
