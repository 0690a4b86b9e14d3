import { findsExactly, type Fixture } from '../fixture.ts';
import type { AuthorizationPolicy, DestinationRule, HttpRoute, VirtualService } from '../istio/objects.ts';

const spec = <Kind>(it: Fixture, kind: string, name: string): Kind => it.spec(kind, name) as unknown as Kind;
const service = (it: Fixture, name = 'stock') => spec<VirtualService>(it, 'VirtualService', name);
const rule = (it: Fixture) => spec<DestinationRule>(it, 'DestinationRule', 'stock');
const policy = (it: Fixture) => spec<AuthorizationPolicy>(it, 'AuthorizationPolicy', 'allow-stock');
const again = (it: Fixture): HttpRoute => service(it).http![0]!;
const all = (it: Fixture): HttpRoute => service(it).http![1]!;
const door = (it: Fixture): HttpRoute => service(it, 'shop').http![0]!;

findsExactly({
  'references of Istio': [
    [
      'a host that is not there',
      (it) => (all(it).route![0]!.destination.host = 'stocks'),
      'VirtualService/stock, all: there is no Service stocks',
    ],
    [
      'a copy to a host that is not there',
      (it) => (all(it).mirror = { host: 'stock-v2' }),
      'VirtualService/stock, all: there is no Service stock-v2',
    ],
    [
      'a port that is not there',
      (it) => (door(it).route![0]!.destination.port!.number = 80),
      'VirtualService/shop, api: shop has no port 80',
    ],
    [
      'a port that is not said, from a gateway',
      (it) => delete door(it).route![0]!.destination.port,
      'VirtualService/shop, api: which of the ports of shop is not said',
    ],
    [
      'a subset that is not there',
      (it) => (again(it).route![0]!.destination.subset = 'v2'),
      'VirtualService/stock, tried-again: stock has no subset v2',
    ],
    [
      'a subset without pods',
      (it) => (rule(it).subsets![0]!.labels = { version: 'v9' }),
      'DestinationRule/stock: no pod of stock is in the subset v1',
    ],
    [
      'a rule for nobody',
      (it) => {
        rule(it).host = 'stok';
        delete again(it).route![0]!.destination.subset;
      },
      'DestinationRule/stock: there is no Service stok',
    ],
    [
      'a gateway that is not there',
      (it) => (service(it, 'shop').gateways = ['istio-ingress/door']),
      'VirtualService/shop: there is no Gateway istio-ingress/door',
    ],
    [
      'a host that the gateway does not open',
      (it) => (service(it, 'shop').hosts = ['shop.elsewhere']),
      'VirtualService/shop: Gateway door is not open for shop.elsewhere',
    ],
    [
      'two for the same host',
      (it) => it.manifests.push(it.of('VirtualService', 'stock')),
      'VirtualService: stock has more than one',
    ],
  ],
  'identities of Istio': [
    [
      'an account that is not there',
      (it) => policy(it).rules!.push(callers('cluster.local/ns/here/sa/shoop')),
      'AuthorizationPolicy/allow-stock: nobody is cluster.local/ns/here/sa/shoop',
    ],
    [
      'an account of another namespace',
      (it) => policy(it).rules!.push(callers('cluster.local/ns/there/sa/shop')),
      'AuthorizationPolicy/allow-stock: nobody is cluster.local/ns/there/sa/shop',
    ],
    [
      'a policy for nobody',
      (it) => (policy(it).selector!.matchLabels = { 'app.kubernetes.io/name': 'stok' }),
      'AuthorizationPolicy/allow-stock: nobody is called stok',
    ],
  ],
  'timeouts over mesh and code': [
    [
      'a mesh that gives up first',
      (it) => (all(it).timeout = '0.9s'),
      'shop → stock, all: the mesh gives up after 900 ms, the code waits 1000 ms',
    ],
    [
      'tries that do not fit into one of the code',
      (it) => (again(it).retries!.perTryTimeout = '0.6s'),
      'shop → stock, tried-again: 2 tries of 600 ms do not fit into 1000 ms',
    ],
    [
      'tries without an end',
      (it) => delete again(it).retries!.perTryTimeout,
      'shop → stock, tried-again: 2 tries of undefined ms do not fit into 1000 ms',
    ],
    [
      'tries that multiply',
      (it) => (again(it).retries = { attempts: 2, perTryTimeout: '0.2s' }),
      'shop → stock, tried-again: 2 tries of the code and 3 of the mesh are more than 4',
    ],
    [
      'tries that nobody has said',
      (it) => delete all(it).retries,
      'VirtualService/stock, all: says nothing of retries, so Istio tries three times',
    ],
    [
      'a connection that takes longer than an attempt',
      (it) => (rule(it).trafficPolicy!.connectionPool!.tcp!.connectTimeout = '1.1s'),
      'shop → stock: connecting may take 1100 ms, an attempt 1000 ms',
    ],
    [
      'a setting that makes the code wait longer than the mesh',
      (it) => {
        it.settings()['STOCK_ATTEMPT_TIMEOUT_MS'] = '2200';
      },
      'shop → stock, all: the mesh gives up after 2000 ms, the code waits 2200 ms',
      'shop → stock, tried-again: the mesh gives up after 1000 ms, the code waits 2200 ms',
    ],
    [
      'an attempt that is longer than all of them',
      (it) => {
        it.settings()['STOCK_DEADLINE_MS'] = '800';
      },
      'shop → stock: one attempt (1000 ms) is longer than all (800 ms)',
    ],
    [
      'a door that closes before the answer',
      (it) => (door(it).timeout = '2s'),
      'VirtualService/shop, api: GET /api/stock ends after 2s, shop may take 2500 ms',
    ],
    [
      'a door that closes for who sends a header',
      (it) =>
        service(it, 'shop').http!.unshift({
          ...door(it),
          name: 'early',
          match: [{ headers: { 'x-search': { exact: 'v2' } } }],
          timeout: '1s',
        }),
      'VirtualService/shop, early: GET /api/stock ends after 1s, shop may take 2500 ms',
    ],
  ],
});

const callers = (...principals: string[]) => ({ from: [{ source: { principals } }] });
