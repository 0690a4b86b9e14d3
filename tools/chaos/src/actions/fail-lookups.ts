import { setTimeout as wait } from 'node:timers/promises';
import type { Action, Breakage } from './action.ts';
import { somePod } from './pods.ts';

const NAME = 'coredns';
const KEY = '/data/Corefile';

interface ConfigMap {
  data: { Corefile: string };
}

/** CoreDNS reads its file anew every 30 to 45 s: https://coredns.io/plugins/reload/ */
const WITHIN = 120_000;

/** CoreDNS answers SERVFAIL for one name of this namespace, everybody else's names go on: https://coredns.io/plugins/template/ */
export const failLookups: Action = async (breakage) => {
  const { experiment, kubectl, inNamespace, later, say } = breakage;
  const name = experiment.settings.patterns![0]!;
  const system = inNamespace('kube-system');
  const { data } = await system.get<ConfigMap>('configmaps', NAME);
  const broken = withFailure(data.Corefile, `${name}.${kubectl.namespace}.svc.cluster.local`);
  const pod = await somePod(kubectl, experiment.service);
  // Done last; Ctrl-C has come perhaps, and it is waited for all the same.
  later(`nothing but wait: CoreDNS reads its file within a minute, then ${name} is found again`, () =>
    untilLookup(breakage, pod, name, true, AbortSignal.timeout(WITHIN)),
  );
  later(
    `kubectl -n kube-system edit configmap ${NAME}: take out the block \`template ANY ANY ${name}…\``,
    () =>
      system.patch('configmaps', NAME, [
        { op: 'test', path: KEY, value: broken },
        { op: 'replace', path: KEY, value: data.Corefile },
      ]),
  );
  await system.patch('configmaps', NAME, [
    { op: 'test', path: KEY, value: data.Corefile },
    { op: 'replace', path: KEY, value: broken },
  ]);
  say(`${name} cannot be looked up as soon as CoreDNS has read its file anew`);
  await untilLookup(breakage, pod, name, false, breakage.signal);
  say(`${name} cannot be looked up in ${pod}`);
};

/** @throws Error when CoreDNS would not notice, or its file is not as usual */
export function withFailure(corefile: string, domain: string): string {
  if (!/^\s*reload\b/m.test(corefile))
    throw new Error('this CoreDNS does not read its file anew: no `reload`');
  const block = `\n    template ANY ANY ${domain} {\n        rcode SERVFAIL\n    }`;
  const broken = corefile.replace(/^(\.|cluster\.local)(:53)?( [^{\n]*)?\s*\{/m, (zone) => zone + block);
  if (broken === corefile) throw new Error('no zone `.:53 {` or `cluster.local:53 {` in this Corefile');
  return broken;
}

async function untilLookup(
  { kubectl }: Breakage,
  pod: string,
  name: string,
  found: boolean,
  signal: AbortSignal,
): Promise<void> {
  const script = `require('dns').lookup('${name}', (error) => console.log(error ? 'missing' : 'found'))`;
  for (
    const end = performance.now() + WITHIN;
    performance.now() < end;
    await wait(2_000, undefined, { signal })
  ) {
    const said = await kubectl.run(['exec', pod, '--container=app', '--', '/bin/node', '-e', script]);
    if (said.includes('found') === found) return;
  }
  throw new Error(`${name} is ${found ? 'not found yet' : 'still found'} after ${WITHIN / 1_000} s`);
}
