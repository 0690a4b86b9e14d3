import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { duration } from '@tradewind/kubectl';
import { parse } from 'yaml';

export interface Limits {
  /** Share of failed calls, 0 to 1. */
  errorRate: number;
  /** p99 of the new version by that of the old one. */
  latencyRatio: number;
  /** Seconds that the old version's p99 counts as at least. */
  latencyFloor: number;
  /** Seconds. */
  p99: number;
  /** Calls in a step, below which nothing is judged. */
  requests: number;
}

export const QUERIES = ['pods', 'requests', 'errorRate', 'p99'] as const;
export type Queries = Record<(typeof QUERIES)[number], string>;

export interface Plan {
  /** Percent of the traffic. */
  steps: number[];
  /** Milliseconds that a step is looked at. */
  pause: number;
  limits: Limits;
  /** With the placeholders `$selector` and `$window`. */
  queries: Queries;
}

/** The plan that the tool, Argo Rollouts and Flagger have in common. */
export function readPlan(): Plan {
  const file = join(import.meta.dirname, '../../../deploy/progressive-delivery/plan.yaml');
  const { pause, ...rest } = parse(readFileSync(file, 'utf8')) as Omit<Plan, 'pause'> & { pause: string };
  return { ...rest, pause: duration('pause', pause) };
}

/** @param window as Prometheus writes it: `60s` */
export const fill = (query: string, selector: string, window: string): string =>
  query.replaceAll('$selector', selector).replaceAll('$window', window);

/** The pods of one version, by the labels that Prometheus gives them. */
export const selectorOf = (namespace: string, service: string, version: string): string =>
  `namespace="${namespace}",service="${service}",version="${version}"`;
