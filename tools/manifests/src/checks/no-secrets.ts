import type { Contract } from '../contract.ts';
import type { Manifest } from '../manifest.ts';
import { environmentOf, idOf, workloads } from '../read.ts';

/** No value of a secret is written down: no Secret at all, no secret setting as text, no password in a URL. */
export function noSecrets(manifests: readonly Manifest[], { apps }: Contract): string[] {
  const secrets = new Set(
    [...apps.values()].flatMap((app) => app.settings.filter((it) => it.secret)).map((it) => it.name),
  );
  const told = workloads(manifests).flatMap(({ id, pod }) =>
    pod.containers.flatMap((container) =>
      [...environmentOf(container, manifests)]
        .filter(([name, value]) => 'literal' in value && (secrets.has(name) || /PASSWORD|_TOKEN$/.test(name)))
        .map(([name]) => `${id}: ${name} is written down`),
    ),
  );
  const withPassword = manifests.filter((it) => /:\/\/[^/\s"@:]+:[^/\s"@]+@/.test(JSON.stringify(it)));
  return [
    ...manifests
      .filter(({ kind }) => kind === 'Secret')
      .map((it) => `${idOf(it)}: secrets are made elsewhere`),
    ...told,
    ...withPassword.map((it) => `${idOf(it)}: a URL has a password in it`),
  ];
}
