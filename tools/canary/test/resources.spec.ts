import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSchemas, parseManifests, type Manifest } from '@tradewind/manifests';
import { describe, expect, it } from 'vitest';
import { fill, readPlan } from '../src/plan.ts';

const folder = join(import.meta.dirname, '../../../deploy/progressive-delivery');
const { steps, pause, limits, queries } = readPlan();
const schemas = await openSchemas();

/** What is read of the resources, all kinds in one. */
interface Resource {
  strategy: { canary: { steps: { setWeight?: number; pause?: { duration: string }; analysis?: object }[] } };
  metrics: {
    name: string;
    successCondition: string;
    failureCondition: string;
    provider: { prometheus: { query: string } };
  }[];
  analysis: {
    interval: string;
    stepWeights: number[];
    metrics: { name: string; interval: string; thresholdRange: { min?: number; max?: number } }[];
  };
  query: string;
}

const read = (file: string): Manifest[] => parseManifests(readFileSync(join(folder, file), 'utf8'));
const specsOf = (file: string): Resource[] => read(file).map(({ spec }) => spec as unknown as Resource);

/** The plan's queries, by the names that metrics have in the resources. */
function expected(candidate: string, stable: string, window: string): Record<string, string> {
  const of = (query: string, selector: string): string => fill(query, selector, window);
  const p99 = of(queries.p99, candidate);
  const ratio = `${p99} / clamp_min(${of(queries.p99, stable)}, ${limits.latencyFloor})`;
  const [requests, errorRate] = [of(queries.requests, candidate), of(queries.errorRate, candidate)];
  return { requests, 'error-rate': errorRate, p99, 'latency-ratio': ratio };
}

describe('Argo Rollouts', () => {
  it('takes the steps of the plan, and judges after each', () => {
    const [rollout] = specsOf('argo-rollouts/rollout.yaml');
    const step = (setWeight: number) => [{ setWeight }, { pause: { duration: `${pause / 1_000}s` } }];
    const own = rollout!.strategy.canary.steps;
    expect(own.filter(({ analysis }) => !analysis)).toEqual(steps.flatMap(step));
    expect(own.map((it) => Object.keys(it)[0])).toEqual(
      steps.flatMap(() => ['setWeight', 'pause', 'analysis']),
    );
  });

  it('asks the questions of the plan, and draws the line where it does', () => {
    const [template] = specsOf('argo-rollouts/analysis-template.yaml');
    const pods = (hash: string): string =>
      `namespace="{{args.namespace}}",service="product",pod=~"product-{{args.${hash}}}-.*"`;
    const asked = template!.metrics.map(({ name, provider }) => [name, provider.prometheus.query]);
    const window = `${pause / 1_000}s`;
    expect(Object.fromEntries(asked)).toEqual(expected(pods('canary'), pods('stable'), window));
    const lines = template!.metrics.map(({ name, ...it }) => [
      name,
      it.successCondition,
      it.failureCondition,
    ]);
    expect(lines).toEqual([
      ['requests', `len(result) > 0 && result[0] >= ${limits.requests}`, 'false'],
      ['error-rate', ...bothSides(limits.errorRate)],
      ['p99', ...bothSides(limits.p99)],
      [
        'latency-ratio',
        `len(result) == 0 || isNaN(result[0]) || result[0] <= ${limits.latencyRatio}`,
        bothSides(limits.latencyRatio)[1],
      ],
    ]);
  });

  it('knows every field', ({ skip }) => {
    if ('missing' in schemas) return skip(schemas.missing);
    const files = ['rollout', 'analysis-template', 'virtual-service', 'destination-rule'];
    const manifests = files.flatMap((it) => read(`argo-rollouts/${it}.yaml`));
    expect(manifests.flatMap((it) => schemas.check(it))).toEqual([]);
    const wrong = { ...manifests[0]!, spec: { strategie: {} } } as unknown as Manifest;
    expect(schemas.check(wrong)).toEqual([
      'Rollout/product.spec: must NOT have additional properties strategie',
    ]);
  });
});

const bothSides = (limit: number): [string, string] => [
  `len(result) > 0 && result[0] <= ${limit}`,
  `len(result) > 0 && result[0] > ${limit}`,
];

describe('Flagger', () => {
  const [{ analysis }] = specsOf('flagger/canary.yaml') as [Resource];

  it('takes the steps of the plan, within its limits', () => {
    const interval = `${pause / 1_000}s`;
    expect(analysis).toMatchObject({ interval, stepWeights: steps });
    expect(
      analysis.metrics.map(({ name, thresholdRange, interval }) => [name, thresholdRange, interval]),
    ).toEqual([
      ['requests', { min: limits.requests }, interval],
      ['error-rate', { max: limits.errorRate }, interval],
      ['p99', { max: limits.p99 }, interval],
      ['latency-ratio', { max: limits.latencyRatio }, interval],
    ]);
  });

  it('asks the questions of the plan', () => {
    const templates = read('flagger/metric-templates.yaml');
    const asked = templates.map(({ metadata, spec }) => [metadata.name, (spec as unknown as Resource).query]);
    const pods = (name: string): string =>
      `namespace="{{ namespace }}",service="{{ target }}",pod=~"${name}-[0-9a-zA-Z]+-[0-9a-zA-Z]+"`;
    expect(Object.fromEntries(asked)).toEqual(
      expected(pods('{{ target }}'), pods('{{ target }}-primary'), '{{ interval }}'),
    );
  });
});
