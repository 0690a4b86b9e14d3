import { findsExactly } from '../fixture.ts';

findsExactly({
  network: [
    [
      'a caller that is not let out',
      (it) => (it.spec('NetworkPolicy', 'shop').egress = []),
      'shop → stock:9090 is called, and not allowed (egress)',
    ],
    [
      'a caller that is not let in',
      (it) => (it.spec('NetworkPolicy', 'stock').ingress = []),
      'shop → stock:9090 is called, and not allowed (ingress)',
    ],
    [
      'let out for nothing',
      (it) => it.spec('NetworkPolicy', 'shop').egress![0]!.ports!.push({ port: 9_100 }),
      'shop → stock:9100 is allowed, and nobody calls (egress)',
    ],
    [
      'let in for nothing',
      (it) => it.spec('NetworkPolicy', 'stock').ingress![0]!.ports!.push({ port: 9_100 }),
      'shop → stock:9100 is allowed, and nobody calls (ingress)',
    ],
    [
      'no way to the database',
      (it) => (it.spec('NetworkPolicy', 'stock').egress = []),
      'Deployment/stock: may not reach port 5432, and needs it',
    ],
    [
      'a way to Kafka for nothing',
      (it) => it.spec('NetworkPolicy', 'stock').egress!.push({ ports: [{ port: 9_092 }] }),
      'Deployment/stock: may reach port 9092, and needs it not',
    ],
    [
      'a name that nobody has',
      (it) =>
        it.spec('NetworkPolicy', 'stock').ingress![0]!.from!.push({
          podSelector: { matchLabels: { 'app.kubernetes.io/name': 'shopp' } },
        }),
      'NetworkPolicy/stock: nobody is called shopp',
    ],
    [
      'a way to everywhere',
      (it) => it.spec('NetworkPolicy', 'shop').egress!.push({}),
      'Deployment/shop: may reach port 0, and needs it not',
    ],
  ],
  disruption: [
    ['no budget', (it) => it.remove('PodDisruptionBudget', 'shop'), 'Deployment/shop: no disruption budget'],
    [
      'none may go',
      (it) => (it.spec('PodDisruptionBudget', 'shop').maxUnavailable = 0),
      'PodDisruptionBudget/shop: allows no eviction',
    ],
    [
      'all must stay',
      (it) => (it.spec('PodDisruptionBudget', 'stock').minAvailable = 2),
      'PodDisruptionBudget/stock: allows no eviction',
    ],
    [
      'all must stay, in percent',
      (it) => (it.spec('PodDisruptionBudget', 'stock').minAvailable = '60%'),
      'PodDisruptionBudget/stock: allows no eviction',
    ],
    [
      'for nobody',
      (it) => (it.spec('PodDisruptionBudget', 'shop').selector = { matchLabels: { a: 'b' } }),
      'Deployment/shop: no disruption budget',
      'PodDisruptionBudget/shop: selects nothing',
    ],
  ],
  autoscaling: [
    [
      'two who say it',
      (it) => (it.spec('Deployment', 'stock').replicas = 2),
      "Deployment/stock: its replicas are the autoscaler's",
    ],
    [
      'no room',
      (it) => (it.spec('HorizontalPodAutoscaler', 'stock').maxReplicas = 2),
      'HorizontalPodAutoscaler/stock: cannot scale',
    ],
    [
      'of nobody',
      (it) => (it.spec('HorizontalPodAutoscaler', 'stock').scaleTargetRef!.name = 'x'),
      'HorizontalPodAutoscaler/stock: there is no Deployment x',
      'PodDisruptionBudget/stock: allows no eviction',
    ],
  ],
});
