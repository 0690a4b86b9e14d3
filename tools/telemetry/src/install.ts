// Gets the back ends that telemetry is tested against, as far as this machine can: node tools/telemetry/src/install.ts
import { mkdirSync } from 'node:fs';
import {
  COLLECTOR_SOURCE,
  findCollector,
  findPrometheus,
  findZipkin,
  places,
  ZIPKIN_VERSION,
} from './find-back-ends.ts';
import { runProgram, type Answer } from './run-program.ts';

mkdirSync(places.cache, { recursive: true });

/** Gets something unless it is there; whatever goes wrong is said and ends nothing: its tests are skipped then. */
async function get(name: string, find: () => Promise<object>, getIt: () => Promise<Answer>): Promise<void> {
  if (!('missing' in (await find()))) return console.log(`${name}: there`);
  const began = Date.now();
  console.log(`${name}: getting it …`);
  const { code, output } = await getIt();
  if (code === 0) console.log(`${name}: there, after ${Math.round((Date.now() - began) / 1_000)} s`);
  else console.error(`${name}: could not be had:\n${output.trim().slice(-1_500)}`);
}

await get('OpenTelemetry Collector', findCollector, () =>
  runProgram('go', ['build', '-trimpath', '-ldflags=-s -w', '-o', places.collector, '.'], {
    cwd: COLLECTOR_SOURCE,
    environment: { GOFLAGS: '-mod=readonly', CGO_ENABLED: '0' },
  }),
);
await get('Zipkin', findZipkin, () =>
  runProgram('mvn', [
    ...['-B', '-ntp', '-q', 'dependency:copy', `-DoutputDirectory=${places.cache}`],
    `-Dartifact=io.zipkin:zipkin-server:${ZIPKIN_VERSION}:jar:exec`,
  ]),
);
const prometheus = await findPrometheus();
console.log(`Prometheus: ${'missing' in prometheus ? prometheus.missing : 'there'}`);
