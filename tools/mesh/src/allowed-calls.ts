import { topology, type ProcessDefinition } from '@tradewind/launcher';
import { offeredServices, openPrograms, realCalls, type RealCall } from './real-calls.ts';

/** Calls of one kind that one program makes to another, as a policy allows them. */
export interface AllowedCall {
  caller: string;
  callee: string;
  port: number;
  methods: string[];
  paths: string[];
}

/** Ports in containers: the defaults of the settings. */
const PORTS = {
  grpc: 9090,
  admin: 9100,
  gateway: 8080,
  controlRoom: 8081,
  provider: 8080,
  webhook: 9080,
  postgres: 5432,
  kafka: 9092,
};

/** The identity of Istio's ingress gateway, and of Prometheus: they are not ours. */
export const INGRESS = 'ingress-gateway';
export const PROMETHEUS = 'prometheus';

const ADMIN_PAGES = [
  '/health/*',
  '/info',
  '/metrics',
  '/resilience',
  '/resilience/guards',
  '/logs',
  '/faults',
  '/faults/*',
];

const folderOf = (name: string): string => (name === 'seed' ? 'tools/seed' : `apps/${name}`);
const uses = ({ settings = [] }: ProcessDefinition, setting: string): boolean =>
  (settings as readonly string[]).includes(setting);

/** Everything that has to be allowed, as the code has it: gRPC from the types of the clients, HTTP from the topology. */
export function allowedCalls(): AllowedCall[] {
  const { processes } = topology;
  return [...grpcCalls(), ...httpCalls(processes), ...adminCalls(processes), ...connections(processes)];
}

/** To the databases and the log, which speak no HTTP. */
function connections(processes: readonly ProcessDefinition[]): AllowedCall[] {
  const to = (callee: string, port: number, callers: readonly { name: string }[]): AllowedCall[] =>
    callers.map(({ name }) => ({ caller: name, callee, port, methods: [], paths: [] }));
  const owners = processes.filter(({ database }) => database !== undefined);
  const listeners = processes.filter(({ usesEventLog }) => usesEventLog);
  return [
    ...to('postgres', PORTS.postgres, [...owners, { name: 'migrate' }]),
    ...to('kafka', PORTS.kafka, listeners),
  ];
}

function grpcCalls(): AllowedCall[] {
  const folders = [...topology.processes.map(({ name }) => name), 'seed'].map(folderOf);
  const program = openPrograms(folders);
  const offered = offeredServices(program, folders);
  const calls = realCalls(program, folders);
  const pairs = calls.flatMap((call) => calleesOf(call, offered).map((callee) => ({ ...call, callee })));
  const byPair = Map.groupBy(pairs, ({ caller, callee }) => `${caller} ${callee}`);
  return [...byPair.values()].map((some) => ({
    caller: some[0]!.caller,
    callee: some[0]!.callee,
    port: PORTS.grpc,
    methods: ['POST'],
    paths: some.map(({ path }) => path).sort(),
  }));
}

/** A service of the platform, such as the dead letters, is offered by several. */
function calleesOf({ path }: RealCall, offered: ReadonlyMap<string, string[]>): string[] {
  const service = path.split('/')[1]!;
  return [...offered].filter(([, services]) => services.includes(service)).map(([name]) => name);
}

function httpCalls(processes: readonly ProcessDefinition[]): AllowedCall[] {
  const call = (
    caller: string,
    callee: string,
    port: number,
    methods: string[],
    paths: string[],
  ): AllowedCall => ({
    ...{ caller, callee, port, methods, paths },
  });
  const any = ['GET', 'POST', 'PUT', 'DELETE'];
  return [
    call(INGRESS, 'gateway', PORTS.gateway, [...any, 'HEAD', 'OPTIONS'], ['/*']),
    ...processes.flatMap((process) => {
      const { name } = process;
      const charges = call(
        name,
        'psp-simulator',
        PORTS.provider,
        ['GET', 'POST'],
        ['/v1/charges', '/v1/charges/*'],
      );
      const ledger = call(name, 'psp-simulator', PORTS.provider, ['GET'], ['/v1/ledger']);
      const news = call(name, 'payment', PORTS.webhook, ['POST'], ['/webhooks/psp']);
      const operators = call(name, 'control-room', PORTS.controlRoom, any, ['/ops/api/*']);
      const traces = call(name, 'control-room', PORTS.controlRoom, ['POST'], ['/v1/traces']);
      return [
        // Whoever takes the provider's webhooks charges there; the other one only compares its ledger.
        ...(uses(process, 'PSP_URL') ? [uses(process, 'PSP_WEBHOOK_URL') ? charges : ledger] : []),
        ...(uses(process, 'PSP_WEBHOOK_URL') && !uses(process, 'PSP_URL') ? [news] : []),
        ...(uses(process, 'CONTROL_ROOM_URL') ? [operators] : []),
        ...(name === 'control-room' ? [] : [traces]),
      ];
    }),
  ];
}

/** The control room looks at everybody, and throws their fault switches; Prometheus scrapes. */
function adminCalls(processes: readonly ProcessDefinition[]): AllowedCall[] {
  return processes.flatMap(({ name }) => [
    ...(name === 'control-room'
      ? []
      : [
          {
            caller: 'control-room',
            callee: name,
            port: PORTS.admin,
            methods: ['GET', 'PUT', 'DELETE'],
            paths: ADMIN_PAGES,
          },
        ]),
    { caller: PROMETHEUS, callee: name, port: PORTS.admin, methods: ['GET'], paths: ['/metrics'] },
  ]);
}
