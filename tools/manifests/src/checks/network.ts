import type { Call, Contract } from '../contract.ts';
import type { Manifest, Peer } from '../manifest.ts';
import { environmentOf, idOf, NAME_LABEL, ofKind, selects, workloads, type Workload } from '../read.ts';

type Direction = 'ingress' | 'egress';

/**
 * Every call that the code makes is allowed on both of its sides, and nothing else between programs is.
 * Says nothing where there are no policies: they are a component.
 */
export function network(manifests: readonly Manifest[], contract: Contract): string[] {
  const policies = ofKind(manifests, 'NetworkPolicy');
  if (!policies.some(isDefaultDeny)) return [];
  const all = workloads(manifests);
  const needed = [...contract.calls, ...callsOfPrograms(all, contract)].filter(({ from, to }) =>
    [from, to].every((app) => all.some((it) => it.app === app)),
  );
  const required = new Set(needed.filter(({ optional }) => !optional).map(textOf));
  const known = new Set(needed.map(textOf));
  const sides = (['egress', 'ingress'] as const).map((side) => ({
    side,
    allowed: new Set(policies.flatMap((policy) => allowedBy(policy, side, all, contract)).map(textOf)),
  }));
  return [
    ...sides.flatMap(({ side, allowed }) => [
      ...[...required]
        .filter((it) => !allowed.has(it))
        .map((it) => `${it} is called, and not allowed (${side})`),
      ...[...allowed]
        .filter((it) => !known.has(it))
        .map((it) => `${it} is allowed, and nobody calls (${side})`),
    ]),
    ...backEnds(all, policies, manifests),
    ...policies.flatMap((policy) => unknownNames(policy, contract)),
  ];
}

const textOf = ({ from, to, port }: Call): string => `${from} → ${to}:${port}`;

const isDefaultDeny = ({ spec }: Manifest): boolean =>
  Object.keys(spec?.podSelector ?? {}).length === 0 && !spec?.ingress && !spec?.egress;

/** Programs such as `seed` are in no topology: they call whom their addresses name. */
function callsOfPrograms(all: readonly Workload[], { apps }: Contract): Call[] {
  return all
    .filter(({ app }) => !apps.has(app))
    .flatMap(({ app, pod }) =>
      pod.containers
        .flatMap(({ env = [] }) => env)
        .filter(({ name, value }) => name.endsWith('_ADDRESS') && value)
        .map(({ value }) => ({ from: app, to: value!.split(':')[0]!, port: Number(value!.split(':')[1]) })),
    );
}

/** Pairs of apps that one policy lets through. Rules without a peer are about the world outside. */
function allowedBy(
  { spec }: Manifest,
  side: Direction,
  all: readonly Workload[],
  { apps }: Contract,
): Call[] {
  const ours = all.filter(({ app, labels }) => selects(spec!.podSelector ?? {}, labels) && !isBackEnd(app));
  const rules: { peers: Peer[]; ports?: { port: number }[] }[] =
    side === 'egress'
      ? (spec!.egress ?? []).map(({ to = [], ports }) => ({ peers: to, ports }))
      : (spec!.ingress ?? []).map(({ from = [], ports }) => ({ peers: from, ports }));
  return rules
    .flatMap(({ peers, ports = [{ port: 0 }] }) => {
      const others = all.filter(({ app, labels }) =>
        peers.some(
          (it) =>
            it.podSelector && !it.namespaceSelector && selects(it.podSelector, labels) && !isBackEnd(app),
        ),
      );
      return ours.flatMap(({ app }) =>
        others.flatMap((other) =>
          ports.map(({ port }) =>
            side === 'egress' ? { from: app, to: other.app, port } : { from: other.app, to: app, port },
          ),
        ),
      );
    })
    .filter(({ from, to }) => apps.has(from) || apps.has(to));
}

const BACK_ENDS = { postgres: 5_432, kafka: 9_092 };
/** Programs that are in no topology; they may be missing where a component is. */
const PROGRAMS = ['migrate', 'seed', ...Object.keys(BACK_ENDS)];

const isBackEnd = (app: string): boolean => app in BACK_ENDS;

/** Who has a database or the event log may reach its port, and nobody else may. */
function backEnds(
  all: readonly Workload[],
  policies: readonly Manifest[],
  manifests: readonly Manifest[],
): string[] {
  return all
    .filter(({ app }) => !isBackEnd(app))
    .flatMap(({ id, pod, labels }) => {
      const told = pod.containers.flatMap((it) => [...environmentOf(it, manifests).keys()]);
      const open = policies
        .filter(({ spec }) => selects(spec!.podSelector ?? {}, labels))
        .flatMap(({ spec }) => (spec!.egress ?? []).filter(({ to }) => !to))
        .flatMap(({ ports = [{ port: 0 }] }) => ports.map(({ port }) => port));
      const wanted = [
        ...(told.some((name) => name.endsWith('DATABASE_URL')) ? [BACK_ENDS.postgres] : []),
        ...(told.includes('KAFKA_BROKERS') ? [BACK_ENDS.kafka] : []),
      ];
      return [
        ...wanted
          .filter((port) => !open.includes(port))
          .map((port) => `${id}: may not reach port ${port}, and needs it`),
        ...open
          .filter((port) => !wanted.includes(port))
          .map((port) => `${id}: may reach port ${port}, and needs it not`),
      ];
    });
}

/** A name with a typing error selects nothing, and nobody is told. */
function unknownNames(policy: Manifest, { apps }: Contract): string[] {
  const { podSelector, ingress = [], egress = [] } = policy.spec!;
  const peers = [...ingress.flatMap(({ from = [] }) => from), ...egress.flatMap(({ to = [] }) => to)];
  return [podSelector, ...peers.map((peer) => peer.podSelector)]
    .flatMap((selector) => [
      selector?.matchLabels?.[NAME_LABEL],
      ...(selector?.matchExpressions ?? [])
        .filter(({ key }) => key === NAME_LABEL)
        .flatMap(({ values }) => values),
    ])
    .filter((name) => name !== undefined && !apps.has(name) && !PROGRAMS.includes(name))
    .map((name) => `${idOf(policy)}: nobody is called ${name}`);
}
