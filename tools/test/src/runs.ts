import type { Bus } from '@tradewind/launcher';
import type { TestOptions } from './options.ts';
import type { KafkaForTests } from './prepare-kafka.ts';
import type { Result } from './results.ts';
import type { TestSystems } from './test-system.ts';
import { runVitest } from './vitest.ts';

export interface Run extends TestOptions {
  systems: TestSystems;
  workspace: string;
}

/** Every journey is taken on the default event log; on another one those that use the interface, and what events have to do with. */
const FOLDERS: Record<Bus, string[]> = {
  postgres: [],
  kafka: ['journeys/', 'telemetry/one-trace', 'failures/rolling'],
};

/** Unit and integration specs. Of the two servers the second is there to be killed. */
export async function runSpecs({ systems, filters, workspace }: Run): Promise<Result> {
  const [server, killable] = await Promise.all([
    systems.startPostgres('postgres'),
    systems.startPostgres('killable'),
  ]);
  const environment = {
    TEST_POSTGRES_URL: server.databaseUrl('postgres'),
    TEST_KILLABLE_POSTGRES_URL: killable.databaseUrl('postgres'),
  };
  const result = await runVitest('specs', '.', filters, environment, workspace);
  await Promise.all([server.stop(), killable.stop()]);
  return result;
}

/** The proof in its short form: it starts systems of its own, kills their processes and checks what is left. */
export function runProof({ filters, workspace }: Run): Promise<Result> {
  return runVitest('proof', 'tools/prove', filters, {}, workspace);
}

/** The running system from outside, on one of the event logs. */
export async function runJourneys(
  { systems, filters, workspace }: Run,
  bus: Bus,
  kafka: KafkaForTests,
): Promise<Result> {
  const name = `system on ${bus}`;
  if (bus === 'kafka' && !kafka.there)
    return { name, passed: 0, failed: 0, skipped: [`${name}: ${kafka.why}`] };
  const chosen = filters.length > 0 ? filters : FOLDERS[bus];
  const system = await systems.startShop(bus);
  const environment = {
    TEST_POSTGRES_URL: system.databaseUrl('postgres'),
    TRADEWIND_URL: system.url,
    TRADEWIND_DATA: systems.dataDirectoryOf(bus),
  };
  const result = await runVitest(`system-${bus}`, 'e2e', chosen, environment, workspace);
  await system.stop();
  return { ...result, name };
}
