// npm test: specs on real servers, then the running system: journeys, browser, journeys on Kafka, the proof, containers.
import { makeTemporaryFolder } from '@tradewind/launcher';
import { readOptions, HELP } from './options.ts';
import { prepareKafka } from './prepare-kafka.ts';
import { printSummary, type Result } from './results.ts';
import { runCompose } from './run-compose.ts';
import { runMesh } from './run-mesh.ts';
import { runJourneys, runProof, runSpecs } from './runs.ts';
import { TestSystems } from './test-system.ts';

const options = readOptions(process.argv.slice(2));
if (options.help) {
  console.log(HELP);
  process.exit(0);
}

const results: Result[] = [];
const { path: workspace, remove } = makeTemporaryFolder('test');
const systems = new TestSystems(workspace);
const run = { ...options, systems, workspace };
try {
  const kafka = await prepareKafka(options);
  if (options.specs) results.push(await runSpecs(run));
  for (const bus of options.journeys ? options.buses : []) results.push(await runJourneys(run, bus, kafka));
  if (options.proof) results.push(await runProof(run));
  if (options.compose) results.push(await runCompose(run));
  if (options.mesh) results.push(...(await runMesh(run)));
} finally {
  await systems.stopAll();
  remove();
}
process.exitCode = printSummary(results, options.nothingSkipped);
