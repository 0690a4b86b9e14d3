// npm run mesh -- test | mutate | policies: see HELP.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const HELP = `npm run mesh -- COMMAND [OPTIONS]

  test       the mesh suite on the cluster that npm run cluster -- up has made, or on that of --context NAME: traffic is counted
             inside of it; then the journeys of shoppers through the ingress gateway. Twenty minutes.
             Words after it choose files: npm run mesh -- test resilience
  mutate     makes mistakes in the manifests of the cluster, one after the other: each must be found by one check alone. Five minutes
  policies   writes deploy/istio/security/allow from the clients in the code`;

const root = join(import.meta.dirname, '../../..');
const programs: Record<string, string[]> = {
  test: ['tools/test/src/main.ts', '--mesh'],
  mutate: ['tools/test/src/main.ts', '--mesh', 'mutations'],
  policies: ['tools/mesh/src/write-policies.ts'],
};

const [command = '--help', ...options] = process.argv.slice(2);
const program = programs[command];
if (program) {
  const child = spawn(process.execPath, [...program, ...options], { cwd: root, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('close', (code) => (process.exitCode = code ?? 1));
} else if (command === '--help') console.log(HELP);
else {
  console.error(`no such command: ${command} (${Object.keys(programs).join(', ')}; --help tells more)`);
  process.exitCode = 1;
}
