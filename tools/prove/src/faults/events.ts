import { newPoison } from '../ground/new-poison.ts';
import type { FaultHandler } from './fault-handler.ts';

export const disturbEvents: FaultHandler<'disturb-events'> = async ({ copies, seed }, { ground }) => {
  await Promise.all(
    ground.processes.map((name) => ground.failpoints.disturb(name, { copies, seed }).catch(() => {})),
  );
};

export const poison: FaultHandler<'poison'> = async ({ type }, { ground, poison: ids }) => {
  ids.add(await newPoison(ground, type));
};
