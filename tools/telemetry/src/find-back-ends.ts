import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runProgram } from './run-program.ts';

/** A program to start, or one line that says what is missing and how to get it. */
export type Found = { command: string; args: readonly string[] } | { missing: string };

export const ZIPKIN_VERSION = '3.6.1';
export const COLLECTOR_SOURCE = join(import.meta.dirname, '../collector');

const cache = join(import.meta.dirname, '../../../node_modules/.cache/telemetry');
const executable = process.platform === 'win32' ? '.exe' : '';

/** Where what `install.ts` gets is kept: it survives until node_modules is removed. */
export const places = {
  cache,
  collector: join(cache, `collector${executable}`),
  zipkin: join(cache, `zipkin-server-${ZIPKIN_VERSION}-exec.jar`),
};

const INSTALL = 'node tools/telemetry/src/install.ts';

/** The collector that was built from `collector/`. */
export function findCollector(): Promise<Found> {
  if (existsSync(places.collector)) return Promise.resolve({ command: places.collector, args: [] });
  const missing = `no OpenTelemetry Collector here: with Go 1.26, \`${INSTALL}\` builds one (3 minutes, once)`;
  return Promise.resolve({ missing });
}

/** Zipkin's executable jar. */
export async function findZipkin(): Promise<Found> {
  if ((await runProgram('java', ['-version'])).code !== 0)
    return {
      missing: `no Zipkin here: it needs Java 17 and Maven, then \`${INSTALL}\` gets it (100 MB, once)`,
    };
  if (existsSync(places.zipkin)) return { command: 'java', args: ['-Xmx256m', '-jar', places.zipkin] };
  return { missing: `no Zipkin here: \`${INSTALL}\` gets it from Maven Central (100 MB, once)` };
}

/** The machine's own Prometheus. */
export async function findPrometheus(): Promise<Found> {
  if ((await runProgram('prometheus', ['--version'])).code === 0) return { command: 'prometheus', args: [] };
  return {
    missing: 'no Prometheus here: apt-get install prometheus, brew install prometheus, or prometheus.io',
  };
}
