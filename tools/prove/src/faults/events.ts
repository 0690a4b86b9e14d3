import { newPoison } from '../ground/new-poison.ts';
import { cutConnections } from './database.ts';
import type { FaultHandler } from './fault-handler.ts';

export const disturbEvents: FaultHandler<'disturb-events'> = async ({ copies, seed }, { ground }) => {
  await Promise.all(
    ground.processes.map((name) => ground.failpoints.disturb(name, { copies, seed }).catch(() => {})),
  );
};

export const poison: FaultHandler<'poison'> = async ({ type }, { ground, poison: ids }) => {
  ids.add(await newPoison(ground, type));
};

export const restartLog: FaultHandler<'restart-log'> = async ({ after }, context) => {
  const { system } = context.ground;
  if (system.context.kafkaBrokers === undefined)
    return cutConnections({ kind: 'cut-connections', database: 'eventlog', times: 3, after }, context);
  await system.kill('kafka', 'SIGKILL');
  await system.waitUntilReady('kafka', 30_000);
};
