// npm run chaos: breaks something in a cluster, looks whether the shop keeps its steady state, puts it right. --help says more.
import { createKubectl, forwardPort, untilSignal, type ForwardedPort } from '@tradewind/kubectl';
import { ACTIONS } from './actions/index.ts';
import { experimentNames, readExperiment } from './experiments.ts';
import { HELP, readOptions, type ChaosOptions } from './options.ts';
import { run } from './run.ts';

const args = process.argv.slice(2);
if (args.length === 0 || args.includes('--help')) {
  console.log(HELP);
  process.exit(0);
}

try {
  const options = readOptions(args);
  if (options.action === 'list') list();
  else process.exitCode = (await runOne(options)) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}

function list(): void {
  for (const name of experimentNames()) {
    const { service, hypothesis } = readExperiment(name);
    console.log(`${name.padEnd(19)} ${service.padEnd(15)} ${hypothesis}`);
  }
}

async function runOne({ name, context, namespace, url, host, ...options }: ChaosOptions): Promise<boolean> {
  const experiment = readExperiment(name);
  const inNamespace = (it: string) => createKubectl({ context, namespace: it });
  const signal = untilSignal();
  const forwarded: ForwardedPort | undefined = url
    ? undefined
    : await forwardPort(inNamespace('istio-ingress'), 'service/ingress-gateway', 443);
  const shop = { url: url ?? `https://127.0.0.1:${forwarded!.port}`, host };
  console.log(experiment.hypothesis);
  try {
    return await run({
      ...{ experiment, action: ACTIONS[name]!, kubectl: inNamespace(namespace), inNamespace, shop, host },
      ...{ signal, rate: options.rate, recovery: options.recovery },
      duration: options.duration ?? experiment.duration,
      say: (line) => console.log(line),
    });
  } catch (error) {
    if (signal.aborted && (error as Error).name === 'AbortError') throw signal.reason;
    throw error;
  } finally {
    await forwarded?.close();
  }
}
