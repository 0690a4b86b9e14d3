import { findContainers } from '@tradewind/containers';
import type { Result } from './results.ts';
import type { Run } from './runs.ts';
import { runVitest } from './vitest.ts';

/** What a shopper sees; tests of failures end processes, and find them by their number. */
const CHOSEN = ['journeys/', 'browser/buy'];

/** The journeys against docker compose: images as they would be shipped, separate networks, files that cannot be written. */
export async function runCompose({ systems, filters, workspace }: Run): Promise<Result> {
  const name = 'system in containers';
  const containers = await findContainers((text) => console.log(`compose: ${text}`));
  if (!containers.there) return { name, passed: 0, failed: 0, skipped: [`${name}: ${containers.why}`] };
  const system = await systems.startCompose();
  const environment = { TRADEWIND_URL: system.url };
  const chosen = filters.length > 0 ? filters : CHOSEN;
  const result = await runVitest('system-compose', 'e2e', chosen, environment, workspace);
  await system.stop();
  return { ...result, name };
}
