// npm run prove: shoppers and faults drawn from a seed, on the real system; then everything is compared. --help says more.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { format, resolveConfig } from 'prettier';
import { requireCurrent } from './mutations/build-mutant.ts';
import { catchMutant, type Caught } from './mutations/catch-mutant.ts';
import { mutations } from './mutations/mutations.ts';
import { HELP, readOptions } from './options.ts';
import { prove, violationsOf, type ProofResult } from './prove.ts';
import { describeCaught } from './report/lines.ts';
import { report } from './report/report.ts';
import type { Schedule } from './schedule/schedule.ts';

const options = readOptions(process.argv.slice(2), process.env);
if (options.help) {
  console.log(HELP);
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const say = (line: string): void => console.log(line);
const { runs, seed, port, inFlight } = options;
const schedule = options.schedule && (JSON.parse(readFileSync(options.schedule, 'utf8')) as Schedule);
if (options.mutations) mutations.forEach(requireCurrent);
const results: ProofResult[] = [];
const caught: Caught[] = [];
for (const bus of options.buses) {
  say(`\n${bus}, seed ${seed}`);
  const failpoints = options.everyFailpoint ? Infinity : 0;
  const investigate = !schedule;
  results.push(
    await prove({
      bus,
      port,
      runs,
      seed,
      failpoints,
      investigate,
      say,
      inFlight,
      ...(schedule && { schedule }),
    }),
  );
}
// What took half an hour is not lost when what comes after it fails.
await write();
if (options.mutations) say('\nbroken on purpose');
for (const mutation of options.mutations ? mutations : []) {
  caught.push(await catchMutant(mutation, options.buses[0]!, port));
  say(describeCaught(caught.at(-1)!));
}

await write();
const broken = results.reduce((sum, result) => sum + violationsOf(result), 0);
const escaped = caught.filter(({ violations }) => violations.length === 0).length;
const total = results.reduce((sum, result) => sum + result.runs.length + result.kills.length, 0);
say(`\n${total} runs, ${broken} with violations; ${caught.length} mutations, ${escaped} not caught`);
process.exitCode = broken + escaped === 0 ? 0 : 1;

async function write(): Promise<void> {
  if (!options.write) return;
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 1024 ** 3)} GiB, Node ${process.versions.node}`;
  const file = new URL('../../../docs/proof.md', import.meta.url);
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const text = report({ at: new Date().toISOString(), machine, results, caught }, before);
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), parser: 'markdown' }));
}
