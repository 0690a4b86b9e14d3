import type { Run } from '../measure-system.ts';
import { installPeers } from '../parts/install-peers.ts';
import type { Section } from '../report.ts';
import { measureTracing } from './measure-tracing.ts';
import { tracingSection } from './tracing-section.ts';

/** Seconds: short, so that all modes meet the same machine. */
const SLICE = 1;
/** In each round. */
const SLICES = 4;

/** Tracing beside auto-instrumentation, when it is wanted: needs no system and no database. */
export async function measureTracingPart(run: Run): Promise<Section[]> {
  if (!run.what.has('tracing')) return [];
  installPeers();
  const figures = await measureTracing({ ...run, seconds: SLICE, rounds: run.rounds * SLICES });
  return [tracingSection(figures, SLICE)];
}
