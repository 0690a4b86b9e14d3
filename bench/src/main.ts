// npm run bench: starts the system as npm start does, on data of its own, and measures it. --help says more.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMachine } from './machine.ts';
import { measureMemory } from './memory.ts';
import { HELP, readOptions } from './options.ts';
import { measureOrders } from './orders/measure-orders.ts';
import { report, type Section } from './report.ts';
import { measureStarts } from './starts.ts';

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'tradewind-bench-'));
const sections: Section[] = [];
try {
  const { section, system } = await measureStarts(folder, options.port);
  sections.push(section);
  try {
    sections.push(await measureMemory(system, 'Memory after the start'));
    if (options.orders) {
      sections.push(await measureOrders(system, options));
      sections.push(await measureMemory(system, 'Memory after the load'));
    }
  } finally {
    await system.stop();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const text = report(describeMachine(), sections);
console.log(`\n${text}`);
if (options.write) writeFileSync(new URL('../../docs/benchmarks.md', import.meta.url), text);
