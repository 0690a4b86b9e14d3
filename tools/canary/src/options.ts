import { parseArgs } from 'node:util';
import { duration } from '@tradewind/kubectl';
import { readPlan, type Plan } from './plan.ts';

const ACTIONS = ['promote', 'status', 'rollback'] as const;
type Action = (typeof ACTIONS)[number];

export interface CanaryOptions {
  action: Action;
  service: string;
  version: string;
  context: string | undefined;
  namespace: string;
  /** Undefined: the port of `service/prometheus` in the namespace `observability` is forwarded. */
  prometheus: string | undefined;
  plan: Plan;
  /** Milliseconds between two checks. */
  every: number;
  /** Milliseconds that a step waits for enough traffic, after its pause. */
  patience: number;
  dryRun: boolean;
}

export const HELP = `npm run canary -- promote|status|rollback SERVICE VERSION [OPTIONS]

  promote    gives VERSION its traffic step by step by the weights of the route "canary" in the VirtualService SERVICE, looks at
             its errors and latency in Prometheus, and takes the traffic back when a limit is broken, when Prometheus is lost,
             when there is too little traffic to know, and on Ctrl-C
  status     says who has how much traffic, and how both did during the last pause
  rollback   (or abort) gives VERSION no traffic

  --context NAME            of kubectl (the current one)
  --namespace NAME          of the service (tradewind-mesh)
  --steps LIST              percent (from the plan: 10,30,50,80,100)
  --pause TIME              how long a step is looked at (60s)
  --every TIME              time between two checks (a quarter of the pause)
  --patience TIME           how long a step waits for enough traffic after that (5m)
  --max-error-rate SHARE    of its calls (0.01)
  --max-latency-ratio N     its p99 by that of the old version (1.5)
  --max-p99 TIME            (500ms)
  --min-requests N          of it in a step, before it is judged (50)
  --prometheus URL          instead of the port of service/prometheus in the namespace observability
  --dry-run                 says what would be done, and changes nothing

  The plan is deploy/progressive-delivery/plan.yaml. Ends with 0 when it was done, with 1 when the traffic was taken back,
  with 2 when something was wrong before or could not be put right; then it says what to do.`;

const text = { type: 'string' } as const;

/** @throws TypeError that names what is wrong */
export function readOptions(args: readonly string[]): CanaryOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ context: text, namespace: text, steps: text, pause: text, every: text, patience: text },
      ...{ 'max-error-rate': text, 'max-latency-ratio': text, 'max-p99': text, 'min-requests': text },
      ...{ prometheus: text, 'dry-run': { type: 'boolean', default: false } },
    },
  });
  const [action, service, version, more] = positionals;
  if (!service || !version || more) throw new TypeError('give an action, a service and a version');
  const { 'dry-run': dryRun, ...given } = values;
  const plan = changed(readPlan(), given);
  return {
    ...{ action: actionOf(action!), service, version, plan },
    ...{ context: values.context, namespace: values.namespace ?? 'tradewind-mesh' },
    ...{ prometheus: values.prometheus, dryRun },
    every: values.every ? duration('--every', values.every) : plan.pause / 4,
    patience: duration('--patience', values.patience ?? '5m'),
  };
}

function actionOf(name: string): Action {
  if (name === 'abort') return 'rollback';
  const action = ACTIONS.find((it) => it === name);
  if (action) return action;
  throw new TypeError(`${name} is not known: give ${ACTIONS.join(', ')}`);
}

function changed({ steps, pause, limits, queries }: Plan, values: Record<string, string | undefined>): Plan {
  const { steps: list, pause: time, 'max-p99': p99 } = values;
  return {
    queries,
    steps: list ? stepsOf(list) : steps,
    pause: time ? duration('--pause', time) : pause,
    limits: {
      ...limits,
      errorRate: number('--max-error-rate', values['max-error-rate'], limits.errorRate),
      latencyRatio: number('--max-latency-ratio', values['max-latency-ratio'], limits.latencyRatio),
      p99: p99 ? duration('--max-p99', p99) / 1_000 : limits.p99,
      requests: number('--min-requests', values['min-requests'], limits.requests),
    },
  };
}

function stepsOf(list: string): number[] {
  const steps = list.split(',').map(Number);
  const rising = steps.every((step, i) => Number.isInteger(step) && step > (steps[i - 1] ?? 0));
  if (rising && steps.at(-1) === 100) return steps;
  throw new TypeError(`--steps ${list}: whole percents that rise and end with 100, such as 10,50,100`);
}

function number(option: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value);
  throw new TypeError(`${option} ${value} is no number`);
}
