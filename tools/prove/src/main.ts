// npm run prove: shoppers and faults drawn from a seed, on the real system; then everything is compared. --help says more.
import { readFileSync } from 'node:fs';
import { HELP, readOptions } from './options.ts';
import { prove, violationsOf, type ProofResult } from './prove.ts';
import type { Schedule } from './schedule/schedule.ts';

const options = readOptions(process.argv.slice(2), process.env);
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

const say = (line: string): void => console.log(line);
const results: ProofResult[] = [];
for (const bus of options.buses) {
  say(`\n${bus}, seed ${options.seed}`);
  const schedule = options.schedule && (JSON.parse(readFileSync(options.schedule, 'utf8')) as Schedule);
  const { runs, seed, port, everyFailpoint } = options;
  const failpoints = everyFailpoint ? Infinity : 0;
  const investigate = schedule === undefined;
  results.push(
    await prove({ bus, port, runs, seed, failpoints, investigate, say, ...(schedule && { schedule }) }),
  );
}
const broken = results.reduce((sum, result) => sum + violationsOf(result), 0);
const runs = results.reduce((sum, { runs: own, kills }) => sum + own.length + kills.length, 0);
say(`\n${runs} runs, ${broken} with violations`);
process.exitCode = broken === 0 ? 0 : 1;
