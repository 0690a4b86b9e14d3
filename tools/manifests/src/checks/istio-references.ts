import { destinationsOf, istioObjects, type Destination, type VirtualService } from '../istio/objects.ts';
import type { Labels, Manifest } from '../manifest.ts';
import { ofKind, selects, workloads } from '../read.ts';

const IN_THE_MESH = 'mesh';

/** What Istio's objects name is there: hosts, ports, subsets, pods of subsets, gateways and the hosts that these open. */
export function istioReferences(manifests: readonly Manifest[], platform: readonly Manifest[]): string[] {
  return [
    ...istioObjects(manifests, 'VirtualService').flatMap(({ id, spec }) => [
      ...(spec.http ?? []).flatMap((route) =>
        destinationsOf(route).flatMap((it) =>
          ofDestination(it, spec, manifests).map((what) => `${id}, ${route.name ?? '?'}: ${what}`),
        ),
      ),
      ...ofGateways(spec, [...manifests, ...platform]).map((what) => `${id}: ${what}`),
    ]),
    ...ofSubsets(manifests),
    ...twice(manifests),
  ];
}

const serviceOf = (host: string, manifests: readonly Manifest[]): Manifest | undefined =>
  ofKind(manifests, 'Service').find(({ metadata }) => metadata.name === host);

function ofDestination(
  { host, subset, port }: Destination,
  { gateways = [IN_THE_MESH] }: VirtualService,
  manifests: readonly Manifest[],
): string[] {
  const service = serviceOf(host, manifests);
  if (!service) return [`there is no Service ${host}`];
  const ports = (service.spec?.ports ?? []).map((it) => it.port);
  const subsets = istioObjects(manifests, 'DestinationRule')
    .filter(({ spec }) => spec.host === host)
    .flatMap(({ spec }) => (spec.subsets ?? []).map(({ name }) => name));
  return [
    ...(port && !ports.includes(port.number) ? [`${host} has no port ${port.number}`] : []),
    // From a gateway, Istio takes the gateway's own port for it.
    ...(!port && ports.length > 1 && gateways.some((it) => it !== IN_THE_MESH)
      ? [`which of the ports of ${host} is not said`]
      : []),
    ...(subset !== undefined && !subsets.includes(subset) ? [`${host} has no subset ${subset}`] : []),
  ];
}

/** Gateways of the platform are named `namespace/name`; they open the hosts of the route. */
function ofGateways({ gateways = [], hosts }: VirtualService, manifests: readonly Manifest[]): string[] {
  return gateways
    .filter((name) => name !== IN_THE_MESH)
    .flatMap((name) => {
      const gateway = istioObjects(manifests, 'Gateway').find(({ manifest: { metadata } }) =>
        [metadata.name, `${metadata.namespace}/${metadata.name}`].includes(name),
      );
      if (!gateway) return [`there is no Gateway ${name}`];
      const open = gateway.spec.servers.flatMap((it) => it.hosts);
      return hosts
        .filter((host) => !open.includes(host))
        .map((host) => `Gateway ${name} is not open for ${host}`);
    });
}

/** A subset without pods answers 503 to whoever is sent there. */
function ofSubsets(manifests: readonly Manifest[]): string[] {
  const all = workloads(manifests);
  return istioObjects(manifests, 'DestinationRule').flatMap(({ id, spec: { host, subsets = [] } }) => {
    const service = serviceOf(host, manifests);
    if (!service) return [`${id}: there is no Service ${host}`];
    const pods = all.filter(({ labels }) =>
      selects({ matchLabels: service.spec!.selector as Labels }, labels),
    );
    // A Service without any pods is found by `selectors`.
    if (pods.length === 0) return [];
    return subsets
      .filter(({ labels }) => !pods.some((pod) => selects({ matchLabels: labels }, pod.labels)))
      .map(({ name }) => `${id}: no pod of ${host} is in the subset ${name}`);
  });
}

/** Of two for the same host Istio takes one, and says nothing. */
function twice(manifests: readonly Manifest[]): string[] {
  const hosts = istioObjects(manifests, 'VirtualService')
    .filter(({ spec }) => spec.gateways === undefined)
    .flatMap(({ spec }) => spec.hosts);
  return hosts
    .filter((host, at) => hosts.indexOf(host) !== at)
    .map((host) => `VirtualService: ${host} has more than one`);
}
