import { setTimeout as wait } from 'node:timers/promises';
import type { FaultHandler } from './fault-handler.ts';

export const killAt: FaultHandler<'kill-at'> = async (
  { process, failpoint, at, fromStart },
  { ground, products },
) => {
  const plan = { action: { do: 'kill' }, at, times: 1 } as const;
  if (!fromStart) return ground.failpoints.arm(process, failpoint, plan);
  ground.armAtStart(process, failpoint, plan);
  await ground.system.kill(process, 'SIGKILL');
  await ground.system.waitUntilReady(process, 60_000);
  await ground.seed();
  await ground.edit(products[0]!);
};

export const failAt: FaultHandler<'fail-at'> = ({ process, failpoint, at, times }, { ground }) =>
  ground.failpoints.arm(process, failpoint, { action: { do: 'fail' }, at, times });

export const kill: FaultHandler<'kill'> = ({ process }, { ground }) => ground.system.kill(process, 'SIGKILL');

export const killEverything: FaultHandler<'kill-everything'> = async (_fault, { ground: { system } }) => {
  await Promise.all(system.services.map(({ name }) => system.kill(name, 'SIGKILL')));
};

export const standStill: FaultHandler<'stand-still'> = async ({ process, lasts }, { ground: { system } }) => {
  await system.kill(process, 'SIGSTOP');
  await wait(lasts);
  await system.kill(process, 'SIGCONT');
};

export const clock: FaultHandler<'clock'> = async ({ process, offset }, { ground }) =>
  ground.setClock(process, offset);
