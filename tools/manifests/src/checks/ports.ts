import { PORT_NAMES, type AppContract, type Contract, type PortKind } from '../contract.ts';
import type { Container, Labels, Manifest } from '../manifest.ts';
import { idOf, ofKind, selects, workloads, type Workload } from '../read.ts';

/** Ports of containers are those of the app's settings, Services lead to them, and probes ask the admin port. */
export function ports(manifests: readonly Manifest[], { apps }: Contract): string[] {
  const all = workloads(manifests);
  const ofApps = all.flatMap((it) => {
    const app = apps.get(it.app);
    return app ? it.pod.containers.flatMap((container) => ofContainer(it.id, container, app)) : [];
  });
  return [...ofApps, ...ofKind(manifests, 'Service').flatMap((service) => ofService(service, all))];
}

function ofContainer(id: string, container: Container, app: AppContract): string[] {
  const there = new Map((container.ports ?? []).map((it) => [it.name, it.containerPort]));
  const wanted = (Object.entries(app.ports) as [PortKind, number][]).map(
    ([kind, port]) => [PORT_NAMES[kind], port] as const,
  );
  const unknown = [...there.keys()].filter((name) => !wanted.some(([it]) => it === name));
  return [
    ...wanted
      .filter(([name, port]) => there.get(name) !== port)
      .map(([name, port]) => `${id}: port ${name} is ${there.get(name) ?? 'missing'}, the app has ${port}`),
    ...unknown.map((name) => `${id}: the app has no port ${name}`),
    ...probes(container).map((what) => `${id}: ${what}`),
  ];
}

function probes(container: Container): string[] {
  const paths = {
    startupProbe: '/health/live',
    livenessProbe: '/health/live',
    readinessProbe: '/health/ready',
  } as const;
  return (Object.keys(paths) as (keyof typeof paths)[]).flatMap((name) => {
    const { path, port } = container[name]?.httpGet ?? {};
    return path === paths[name] && port === PORT_NAMES.admin
      ? []
      : [`${name} asks ${port ?? 'nobody'} for ${path ?? 'nothing'}`];
  });
}

function ofService(service: Manifest, all: readonly Workload[]): string[] {
  const pods = all.filter(({ labels }) => selects({ matchLabels: service.spec!.selector as Labels }, labels));
  return pods.flatMap(({ pod }) => {
    const there = pod.containers.flatMap((it) => it.ports ?? []);
    return (service.spec!.ports ?? [])
      .filter(({ port, targetPort = port }) =>
        there.every(({ name, containerPort }) => targetPort !== name && targetPort !== containerPort),
      )
      .map(({ port, targetPort = port }) => `${idOf(service)}: its pods have no port ${targetPort}`);
  });
}
