import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { duration } from '@tradewind/kubectl';
import { parse } from 'yaml';

/** What is true of a shop that is well, and has to stay true. */
export interface SteadyState {
  /** What is asked for; `{id}` is some product's. */
  path: string;
  /** Share of the answers that must be 200. */
  share: number;
  /** Milliseconds in which 99 of 100 answers must come. */
  p99: number;
}

/** Read from the resource of Chaos Mesh, so that both ways of running it do the same. */
export interface Experiment {
  name: string;
  /** What is expected, in words. */
  hypothesis: string;
  steadyState: SteadyState;
  /** The service that is broken. */
  service: string;
  /** Milliseconds. */
  duration: number;
  settings: Settings;
}

interface Settings {
  delay?: { latency: string };
  replace?: { code: number };
  stressors?: { cpu?: { workers: number }; memory?: { size: string } };
  patterns?: string[];
}

interface Resource {
  metadata: { name: string; annotations: Record<string, string> };
  spec: Settings & { selector: { labelSelectors: Record<string, string> }; duration?: string };
}

/** Where a steady state stands, in the resources of Chaos Mesh and of Litmus. */
const STEADY_STATE = 'tradewind.dev/steady-state';

/** What is expected where kubectl cannot do what Chaos Mesh does, and does something like it. */
const OTHERWISE = 'tradewind.dev/with-kubectl';

const folder = join(import.meta.dirname, '../../../deploy/chaos/chaos-mesh');

export const experimentNames = (): string[] =>
  globSync('*.yaml', { cwd: folder })
    .map((file) => basename(file, '.yaml'))
    .sort();

/** @throws TypeError when there is none of this name */
export function readExperiment(name: string): Experiment {
  if (!experimentNames().includes(name))
    throw new TypeError(`no experiment is called ${name}: there are ${experimentNames().join(', ')}`);
  const text = readFileSync(join(folder, `${name}.yaml`), 'utf8');
  const { metadata, spec } = parse(text) as Resource;
  return {
    name,
    hypothesis: metadata.annotations[OTHERWISE] ?? hypothesisOf(text),
    steadyState: steadyStateOf(metadata.annotations[STEADY_STATE]!),
    service: spec.selector.labelSelectors['app.kubernetes.io/name']!,
    duration: duration('duration', spec.duration ?? '60s'),
    settings: spec,
  };
}

/** The comment that a file begins with. */
function hypothesisOf(text: string): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('# '));
  return lines
    .slice(0, end)
    .map((line) => line.slice(2))
    .join(' ');
}

function steadyStateOf(text: string): SteadyState {
  const { p99, ...rest } = JSON.parse(text) as Omit<SteadyState, 'p99'> & { p99: string };
  return { ...rest, p99: duration('p99', p99) };
}
