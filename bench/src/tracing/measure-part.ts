import type { Run } from '../measure-system.ts';
import { hasPeer, installPeers } from '../parts/install-peers.ts';
import type { Section } from '../report.ts';
import { measureTracing } from './measure-tracing.ts';
import { MODES } from './modes.ts';
import { tracingSection } from './tracing-section.ts';

const AUTO = '@opentelemetry/auto-instrumentations-node';
/** Seconds: short, so that all modes meet the same machine. */
const SLICE = 1;
/** In each round. */
const SLICES = 4;

/** Tracing beside auto-instrumentation, when it is wanted: needs no system and no database. */
export async function measureTracingPart(run: Run): Promise<Section[]> {
  if (!run.what.has('tracing')) return [];
  installPeers();
  const modes = MODES.filter(({ kind }) => kind === 'ours' || hasPeer(AUTO));
  if (modes.length < MODES.length) console.log(`${AUTO} is not there: only ours is measured`);
  const figures = await measureTracing({ ...run, modes, seconds: SLICE, rounds: run.rounds * SLICES });
  return [tracingSection(figures, SLICE)];
}
