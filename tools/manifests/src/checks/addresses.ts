import type { Contract } from '../contract.ts';
import type { Manifest } from '../manifest.ts';
import { environmentOf, idOf, ofKind, workloads } from '../read.ts';

/** Addresses of peers name a Service and one of its ports; so does every URL without a dot in its host. */
export function addresses(manifests: readonly Manifest[], { apps }: Contract): string[] {
  const services = new Set(
    ofKind(manifests, 'Service').flatMap(({ metadata, spec }) =>
      (spec?.ports ?? []).map(({ port }) => `${metadata.name}:${port}`),
    ),
  );
  const inEnvironments = workloads(manifests).flatMap(({ id, pod }) =>
    pod.containers.flatMap((container) =>
      [...environmentOf(container, manifests)].flatMap(([name, value]) => {
        const address = 'literal' in value ? addressIn(name, value.literal) : undefined;
        return address && !services.has(address) ? [`${id}: ${name} names ${address}, where nobody is`] : [];
      }),
    ),
  );
  return [...inEnvironments, ...directories(manifests, services, [...apps.keys()])];
}

/** @returns host and port, if the variable should name a Service */
function addressIn(name: string, value: string): string | undefined {
  if (name.endsWith('_ADDRESS')) return value;
  const [, host, port = '80'] = (name.endsWith('_URL') && /^http:\/\/([^/:]+)(?::(\d+))?/.exec(value)) || [];
  return host && !host.includes('.') ? `${host}:${port}` : undefined;
}

/** The control room's list of the processes: all of them, each where it can be asked. */
function directories(manifests: readonly Manifest[], services: Set<string>, apps: string[]): string[] {
  return ofKind(manifests, 'ConfigMap').flatMap((map) => {
    const text = map.data?.['services.json'];
    if (text === undefined) return [];
    const listed = (JSON.parse(text) as { services: { name: string; adminUrl: string }[] }).services;
    return [
      ...apps
        .filter((app) => listed.every(({ name }) => name !== app))
        .map((app) => `${idOf(map)}: ${app} is not listed`),
      ...listed
        .filter(({ adminUrl }) => !services.has(new URL(adminUrl).host))
        .map(({ name, adminUrl }) => `${idOf(map)}: ${name} is at ${adminUrl}, where nobody is`),
    ];
  });
}
