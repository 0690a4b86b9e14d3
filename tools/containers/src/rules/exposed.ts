import type { ComposeFile } from '../compose-file.ts';

/** The one service that may be reached from outside, by this machine only. */
const DOOR = 'gateway';

/** What can be reached that should not be, or leads out. */
export function exposed({ services, networks }: ComposeFile): string[] {
  const open = Object.keys(networks).filter((name) => networks[name]?.internal !== true);
  return Object.entries(services).flatMap(([name, { ports = [], networks: own = [] }]) => [
    ...ports
      .filter((port) => !port.startsWith('127.0.0.1:'))
      .map((port) => `${name} listens to everybody: ${port}`),
    ...(name !== DOOR && ports.length > 0 ? [`${name} publishes a port`] : []),
    ...(own.length === 0 ? [`${name} is on the default network`] : []),
    ...own
      .filter((it) => name !== DOOR && open.includes(it))
      .map((it) => `${name} is on ${it}, which leads out`),
  ]);
}
