import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from './measure-system.ts';
import { installPeers } from './parts/install-peers.ts';
import { Server } from './parts/server.ts';
import { measureRelays } from './relay/measure-relays.ts';
import { relaySection } from './relay/relay-section.ts';
import type { Section } from './report.ts';
import { measureResilience } from './resilience/measure-resilience.ts';
import { resilienceSection } from './resilience/resilience-section.ts';
import { measureSagas } from './saga/measure-sagas.ts';
import { sagaSection } from './saga/saga-section.ts';

/** Policies, the saga engine and the relay beside others, as far as they are wanted: the last two on a PostgreSQL and nothing else. */
export async function measureParts(run: Run): Promise<Section[]> {
  const { what, seconds, cleanup, port } = run;
  if (what.has('saga') || what.has('resilience')) installPeers();
  const sections: Section[] = [];
  if (what.has('resilience')) sections.push(resilienceSection(await measureResilience(run.rounds)));
  if (!what.has('saga') && !what.has('relay')) return sections;
  const folder = join(run.folder, 'parts');
  mkdirSync(folder);
  const server = await Server.start(folder, port);
  cleanup.add(() => server.stop());
  // The relay first: sagas leave a million rows behind, which the server then cleans up.
  if (what.has('relay'))
    sections.push(relaySection(await measureRelays({ server, seconds, cleanup }), seconds));
  if (what.has('saga')) {
    const { measured, absent } = await measureSagas({ ...run, server, folder });
    sections.push(sagaSection(measured, absent, seconds));
  }
  return sections;
}
