import type { Operation } from '@tradewind/kubectl';
import type { Action, Breakage } from './action.ts';

const KIND = 'virtualservices.networking.istio.io';

interface VirtualService {
  spec: { http?: { name?: string; fault?: object }[] };
}

/** Callers' sidecars answer late: https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPFaultInjection */
export const delay: Action = (breakage) => {
  const fixedDelay = breakage.experiment.settings.delay!.latency;
  return inject(breakage, { delay: { percentage: { value: 100 }, fixedDelay } });
};

/** Callers' sidecars answer with an error, and call nobody. */
export const refuse: Action = (breakage) => {
  const httpStatus = breakage.experiment.settings.replace!.code;
  return inject(breakage, { abort: { percentage: { value: 100 }, httpStatus } });
};

/** Into every route of the service, or into one of its own where it has none. */
async function inject(breakage: Breakage, fault: object): Promise<void> {
  const { kubectl, experiment, say } = breakage;
  const found = await kubectl.find<VirtualService>(KIND, experiment.service);
  if (found) await patchRoutes(breakage, found.spec.http ?? [], fault);
  else await createRoute(breakage, fault);
  say(`${experiment.service}: ${JSON.stringify(fault)}`);
}

async function patchRoutes(
  { kubectl, experiment: { service }, later }: Breakage,
  routes: NonNullable<VirtualService['spec']['http']>,
  fault: object,
): Promise<void> {
  const path = (i: number): string => `/spec/http/${i}/fault`;
  // Others may change the routes meanwhile: what is not at its place any more is left alone, and said.
  const names = routes.flatMap(({ name }, i): Operation[] =>
    name ? [{ op: 'test', path: `/spec/http/${i}/name`, value: name }] : [],
  );
  const undo = routes.flatMap(({ fault: before }, i): Operation[] => [
    { op: 'test', path: path(i), value: fault },
    before ? { op: 'replace', path: path(i), value: before } : { op: 'remove', path: path(i) },
  ]);
  later(`kubectl edit virtualservice ${service}: take out each \`fault\``, () =>
    kubectl.patch(KIND, service, [...names, ...undo]),
  );
  const add = routes.map((_route, i): Operation => ({ op: 'add', path: path(i), value: fault }));
  await kubectl.patch(KIND, service, [...names, ...add]);
}

async function createRoute(
  { kubectl, experiment: { name: experiment, service }, later }: Breakage,
  fault: object,
): Promise<void> {
  const name = `chaos-${experiment}`;
  const object = {
    apiVersion: 'networking.istio.io/v1',
    kind: 'VirtualService',
    metadata: { name },
    spec: { hosts: [service], http: [{ fault, route: [{ destination: { host: service } }] }] },
  };
  later(`kubectl delete virtualservice ${name}`, async () => {
    await kubectl.run(['delete', 'VirtualService', name, '--ignore-not-found']);
  });
  await kubectl.run(['create', '--filename=-'], JSON.stringify(object));
}
