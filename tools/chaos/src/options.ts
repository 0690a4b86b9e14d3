import { parseArgs } from 'node:util';
import { duration } from '@tradewind/kubectl';

export interface ChaosOptions {
  action: 'list' | 'run';
  /** Of an experiment. */
  name: string;
  context: string | undefined;
  namespace: string;
  /** Undefined: the port 443 of the ingress gateway is forwarded. */
  url: string | undefined;
  host: string;
  /** Milliseconds; undefined: as the experiment says. */
  duration: number | undefined;
  /** Requests per second. */
  rate: number;
  /** Milliseconds that the shop has to come back afterwards. */
  recovery: number;
}

export const HELP = `npm run chaos -- list | run EXPERIMENT [OPTIONS]

  list   the experiments, and what each expects
  run    asks the shop, breaks something with kubectl alone, asks on, puts it right, and asks until the shop is as before

  --context NAME     of kubectl (the current one)
  --namespace NAME   of the shop (tradewind-mesh)
  --url URL          where the shop answers (port 443 of service/ingress-gateway in the namespace istio-ingress, forwarded)
  --host NAME        by which it is asked (shop.tradewind.example)
  --duration TIME    how long it is broken (as the experiment says)
  --rate N           requests per second (10)
  --recovery TIME    within which it must be as before (90s)

  What is broken is put right at the end, also after a mistake and on Ctrl-C. Ends with 0 when the shop kept its steady state, with 1
  when it did not, and with 2 when it had none to begin with, or something could not be put right: then it says what to do.`;

const text = { type: 'string' } as const;

/** @throws TypeError that names what is wrong */
export function readOptions(args: readonly string[]): ChaosOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      ...{ context: text, namespace: text, url: text, host: text },
      ...{ duration: text, rate: text, recovery: text },
    },
  });
  const [action, name = '', more] = positionals;
  if (more || (action !== 'list' && action !== 'run') || (action === 'run') === (name === ''))
    throw new TypeError('give list, or run and the name of an experiment');
  const rate = Number(values.rate ?? '10');
  if (!(rate > 0 && rate <= 1_000))
    throw new TypeError(`--rate ${values.rate}: 1 to 1000 requests per second`);
  return {
    ...{ action, name, rate, context: values.context, url: values.url },
    namespace: values.namespace ?? 'tradewind-mesh',
    host: values.host ?? 'shop.tradewind.example',
    duration: values.duration ? duration('--duration', values.duration) : undefined,
    recovery: duration('--recovery', values.recovery ?? '90s'),
  };
}
