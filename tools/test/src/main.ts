// npm test: specs on real servers, then the running system: journeys, browser, journeys on Kafka, the proof.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readOptions, HELP } from './options.ts';
import { prepareKafka } from './prepare-kafka.ts';
import { printSummary, type Result } from './results.ts';
import { runJourneys, runProof, runSpecs } from './runs.ts';
import { TestSystems } from './test-system.ts';

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

const results: Result[] = [];
const workspace = mkdtempSync(join(tmpdir(), 'tradewind-test-'));
const systems = new TestSystems(workspace);
const run = { ...options, systems, workspace };
try {
  const kafka = await prepareKafka(options);
  if (options.specs) results.push(await runSpecs(run));
  for (const bus of options.journeys ? options.buses : []) results.push(await runJourneys(run, bus, kafka));
  if (options.proof) results.push(await runProof(run));
} finally {
  await systems.stopAll();
  rmSync(workspace, { recursive: true, force: true });
}
process.exitCode = printSummary(results, options.nothingSkipped);
