import { findsExactly, type Fixture } from '../fixture.ts';

findsExactly({
  'Pod Security': [
    [
      'root',
      (it) => (it.pod('shop').securityContext!.runAsNonRoot = false),
      'Deployment/shop, app: runAsNonRoot is not true',
    ],
    [
      'user 0',
      (it) => (it.pod('shop').securityContext!.runAsUser = 0),
      'Deployment/shop, app: runAsUser is root',
    ],
    [
      'no seccomp',
      (it) => delete it.pod('shop').securityContext!.seccompProfile,
      'Deployment/shop, app: seccompProfile is not RuntimeDefault',
    ],
    [
      'escalation',
      (it) => delete it.app('shop').securityContext!.allowPrivilegeEscalation,
      'Deployment/shop, app: allowPrivilegeEscalation is not false',
    ],
    [
      'privileged',
      (it) => (it.app('shop').securityContext!.privileged = true),
      'Deployment/shop, app: privileged is on',
    ],
    [
      'writable root',
      (it) => (it.app('shop').securityContext!.readOnlyRootFilesystem = false),
      'Deployment/shop, app: readOnlyRootFilesystem is not true',
    ],
    [
      'capabilities kept',
      (it) => (it.app('shop').securityContext!.capabilities = {}),
      'Deployment/shop, app: capabilities are not dropped',
    ],
    [
      'capabilities added',
      (it) => (it.app('shop').securityContext!.capabilities!.add = ['NET_ADMIN']),
      'Deployment/shop, app: capabilities are added',
    ],
    [
      'host port',
      (it) => (it.app('shop').ports![0]!.hostPort = 80),
      'Deployment/shop, app: a port of the node is taken',
    ],
    ['host network', (it) => (it.pod('shop').hostNetwork = true), 'Deployment/shop: hostNetwork is on'],
    [
      'host path',
      (it) => it.pod('shop').volumes!.push({ name: 'x', hostPath: {} } as never),
      'Deployment/shop: a volume is a hostPath',
    ],
  ],
  images: [
    [
      'latest',
      (it) => (it.app('shop').image = 'tradewind/shop:latest'),
      'Deployment/shop: image tradewind/shop:latest has no lasting tag',
    ],
    [
      'no tag',
      (it) => (it.app('shop').image = 'tradewind/shop'),
      'Deployment/shop: image tradewind/shop has no lasting tag',
    ],
    [
      'unknown',
      (it) => (it.app('shop').image = 'example/shop:1'),
      'Deployment/shop: image example/shop is not known',
    ],
    [
      "another's",
      (it) => (it.app('shop').image = 'tradewind/stock:1'),
      "Deployment/shop: image tradewind/stock is another app's",
    ],
  ],
  memory: [
    [
      'too little',
      (it) => (it.app('shop').resources!.limits!['memory'] = '160Mi'),
      'Deployment/shop: a limit of 160 MiB is too little for a heap of 128 MiB',
    ],
    [
      'a larger heap',
      (it) => nodeOptions(it, '--max-old-space-size=512'),
      'Deployment/shop: a limit of 288 MiB is too little for a heap of 512 MiB',
    ],
    [
      'no limit',
      (it) => delete it.app('shop').resources!.limits,
      'Deployment/shop: needs requests of cpu and memory, and a limit of memory',
    ],
  ],
  identity: [
    [
      'no account',
      (it) => it.remove('ServiceAccount', 'shop'),
      'Deployment/shop: there is no ServiceAccount shop',
    ],
    [
      'a shared one',
      (it) => (it.pod('shop').serviceAccountName = 'stock'),
      'Deployment/shop: shares its ServiceAccount with Deployment/stock',
      'Deployment/stock: shares its ServiceAccount with Deployment/shop',
    ],
    [
      'a token',
      (it) => delete it.pod('shop').automountServiceAccountToken,
      'Deployment/shop: is given a token for the API server',
    ],
  ],
  'the end of a pod': [
    ['no wait', (it) => delete it.app('shop').lifecycle, 'Deployment/shop: does not wait before it stops'],
    [
      'killed',
      (it) => (it.pod('shop').terminationGracePeriodSeconds = 9),
      'Deployment/shop: is killed after 9 s, it needs 9 s',
    ],
    [
      'drains too long',
      (it) => (it.settings()['DRAIN_MS'] = '15000'),
      'Deployment/shop: is killed after 20 s, it needs 20 s',
    ],
  ],
});

function nodeOptions(it: Fixture, value: string): void {
  it.app('shop').env!.push({ name: 'NODE_OPTIONS', value });
}
