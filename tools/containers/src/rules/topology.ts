import type { Topology } from '@tradewind/launcher';
import type { ComposeFile } from '../compose-file.ts';

const addressVariable = (peer: string): string => `${peer.toUpperCase().replaceAll('-', '_')}_ADDRESS`;

/** Where the file and the launcher's topology disagree. Whether an app needs an address at all, its settings say. */
export const misplaced = ({ services }: ComposeFile, { processes }: Topology): string[] =>
  processes.flatMap(({ name, database, dependsOn = [], peers = [] }) => {
    const service = services[name];
    if (!service) return [`${name} is missing`];
    const { environment = {}, depends_on: waits = {} } = service;
    const addresses = peers.filter(
      (peer) => (environment[addressVariable(peer)] ?? `${peer}:9090`) !== `${peer}:9090`,
    );
    const away = dependsOn.filter((it) => waits[it]?.condition !== 'service_healthy');
    return [
      ...addresses.map(
        (peer) => `${name} has another address for ${peer}: ${environment[addressVariable(peer)]}`,
      ),
      ...away.map((it) => `${name} does not wait for ${it}`),
      ...(database && !environment['DATABASE_URL']?.endsWith(`/${database}`)
        ? [`${name} is not given its database`]
        : []),
      ...(service.build?.target === name ? [] : [`${name} is not built from its target`]),
    ];
  });

/** The control room's list of processes, against the topology. */
export const misnamed = (
  directory: { name: string; adminUrl: string | null }[],
  { processes }: Topology,
): string[] =>
  processes
    .filter(({ name }) => !directory.some((it) => it.name === name && it.adminUrl === `http://${name}:9100`))
    .map(({ name }) => `the control room does not know ${name}`);
