// npm run canary: gives a new version its traffic step by step, and takes it back when the figures say so. --help says more.
import { createKubectl, untilSignal } from '@tradewind/kubectl';
import { HELP, readOptions } from './options.ts';
import { promote, rollback, status, type Run } from './run.ts';

const args = process.argv.slice(2);
if (args.length === 0 || args.includes('--help')) {
  console.log(HELP);
  process.exit(0);
}

const ACTION = { promote, status, rollback };
try {
  const options = readOptions(args);
  const { context, namespace } = options;
  const run: Run = {
    options,
    kubectl: createKubectl({ context, namespace }),
    observability: createKubectl({ context, namespace: 'observability' }),
    signal: untilSignal(),
    say: (line) => console.log(line),
  };
  process.exitCode = await ACTION[options.action](run);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
