import type { Container, Manifest, PodSpec } from '../manifest.ts';
import { containersOf, workloads } from '../read.ts';

const VOLUMES = [
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
];

/** The rules of Pod Security's level "restricted", and besides: a root file system that cannot be written. */
export function podSecurity(manifests: readonly Manifest[]): string[] {
  return workloads(manifests).flatMap(({ id, pod }) => [
    ...ofPod(pod).map((what) => `${id}: ${what}`),
    ...containersOf(pod).flatMap((it) => ofContainer(it, pod).map((what) => `${id}, ${it.name}: ${what}`)),
  ]);
}

function ofPod(pod: PodSpec): string[] {
  const shared = (['hostNetwork', 'hostPID', 'hostIPC'] as const).filter((name) => pod[name]);
  const kinds = (pod.volumes ?? []).flatMap((volume) => Object.keys(volume).filter((key) => key !== 'name'));
  return [
    ...shared.map((name) => `${name} is on`),
    ...kinds.filter((kind) => !VOLUMES.includes(kind)).map((kind) => `a volume is a ${kind}`),
  ];
}

function ofContainer({ ports = [], securityContext: own = {} }: Container, pod: PodSpec): string[] {
  const both = { ...pod.securityContext, ...own };
  const { drop = [], add = [] } = own.capabilities ?? {};
  const rules: [boolean, string][] = [
    [both.runAsNonRoot === true, 'runAsNonRoot is not true'],
    [both.runAsUser !== 0, 'runAsUser is root'],
    [
      ['RuntimeDefault', 'Localhost'].includes(both.seccompProfile?.type ?? ''),
      'seccompProfile is not RuntimeDefault',
    ],
    [own.privileged !== true, 'privileged is on'],
    [own.allowPrivilegeEscalation === false, 'allowPrivilegeEscalation is not false'],
    [own.readOnlyRootFilesystem === true, 'readOnlyRootFilesystem is not true'],
    [drop.includes('ALL'), 'capabilities are not dropped'],
    [add.every((it) => it === 'NET_BIND_SERVICE'), 'capabilities are added'],
    [ports.every(({ hostPort }) => !hostPort), 'a port of the node is taken'],
  ];
  return rules.filter(([kept]) => !kept).map(([, what]) => what);
}
