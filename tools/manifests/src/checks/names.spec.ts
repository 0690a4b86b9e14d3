import { findsExactly, type Fixture } from '../fixture.ts';

findsExactly({
  ports: [
    [
      'another number',
      (it) => (it.app('shop').ports![0]!.containerPort = 9_091),
      'Deployment/shop: port grpc is 9091, the app has 9090',
    ],
    [
      'one too many',
      (it) => it.app('shop').ports!.push({ name: 'http', containerPort: 80 }),
      'Deployment/shop: the app has no port http',
    ],
    [
      'a Service that leads nowhere',
      (it) => (it.spec('Service', 'stock').ports![0]!.targetPort = 'http'),
      'Service/stock: its pods have no port http',
    ],
    [
      'a probe of the wrong port',
      (it) => (it.app('shop').livenessProbe!.httpGet!.port = 'grpc'),
      'Deployment/shop: livenessProbe asks grpc for /health/live',
    ],
    [
      'no probe',
      (it) => delete it.app('shop').readinessProbe,
      'Deployment/shop: readinessProbe asks nobody for nothing',
    ],
  ],
  settings: [
    ['unknown', (it) => (it.settings()['STOK'] = 'x'), 'Deployment/shop: STOK is no setting of the app'],
    ['invalid', (it) => (it.settings()['DRAIN_MS'] = ''), 'Deployment/shop: DRAIN_MS is not milliseconds'],
    [
      'missing',
      (it) => delete it.settings()['STOCK_ADDRESS'],
      'Deployment/shop: STOCK_ADDRESS is required and not set',
    ],
  ],
  addresses: [
    [
      'of nobody',
      (it) => (it.settings()['STOCK_ADDRESS'] = 'stocks:9090'),
      'Deployment/shop: STOCK_ADDRESS names stocks:9090, where nobody is',
    ],
    [
      'at another port',
      (it) => (it.settings()['STOCK_ADDRESS'] = 'stock:9191'),
      'Deployment/shop: STOCK_ADDRESS names stock:9191, where nobody is',
    ],
    [
      'not in the directory',
      (it) =>
        (it.of('ConfigMap', 'directory').data!['services.json'] =
          '{"services":[{"name":"shop","adminUrl":"http://shop:9100"}]}'),
      'ConfigMap/directory: stock is not listed',
    ],
    [
      'wrong in the directory',
      (it) => replace(it, 'http://stock:9100', 'http://stock:9999'),
      'ConfigMap/directory: stock is at http://stock:9999, where nobody is',
    ],
  ],
  references: [
    [
      'no such ConfigMap',
      (it) => (it.pod('shop').volumes![0]!.configMap!.name = 'list'),
      'Deployment/shop: there is no ConfigMap list',
    ],
    [
      'undocumented Secret',
      (it) => (it.app('stock').env![0]!.valueFrom!.secretKeyRef!.key = 'uri'),
      'Deployment/stock: Secret stock-database with the key uri is not documented',
    ],
  ],
  selectors: [
    [
      'not its own pods',
      (it) => (it.spec('Deployment', 'shop').selector = { matchLabels: { a: 'b' } }),
      'Deployment/shop: does not select its own pods',
    ],
    [
      "others' pods",
      (it) => (it.spec('Deployment', 'shop').selector = { matchLabels: {} }),
      'Deployment/shop: selects the pods of Deployment/stock',
    ],
    [
      'a Service without pods',
      (it) => (it.spec('Service', 'stock').selector = { a: 'b' }),
      'Service/stock: selects the pods of 0 programs',
    ],
  ],
  secrets: [
    [
      'a Secret',
      (it) => it.manifests.push({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' } }),
      'Secret/a: secrets are made elsewhere',
    ],
    [
      'written down',
      (it) => (it.app('shop').env![0] = { name: 'SESSION_SECRET', value: '0123456789abcdef' }),
      'Deployment/shop: SESSION_SECRET is written down',
    ],
    [
      'a password in a URL',
      (it) => (it.app('stock').env![0] = { name: 'DATABASE_URL', value: 'postgres://a:b@c/d' }),
      'Deployment/stock: a URL has a password in it',
    ],
  ],
});

function replace(it: Fixture, from: string, to: string): void {
  const data = it.of('ConfigMap', 'directory').data!;
  data['services.json'] = data['services.json']!.replace(from, to);
}
