import { AppError } from '@tradewind/kernel';
import type { Fault } from '@tradewind/rpc';
import type { AdminRoute } from './admin-server.ts';

/** A few switches of one kind: those of a service's RPC, those of its events. */
export interface FaultSwitches {
  list(): Fault[];
  set(name: string, enabled: boolean, value: number | null): Fault;
  reset(): void;
}

/** All switches of a process, on its admin port; no routes where there are none. */
export function faultRoutes(kinds: readonly (FaultSwitches | undefined)[]): AdminRoute[] {
  const all = kinds.filter((it) => it !== undefined);
  if (all.length === 0) return [];
  return [
    { method: 'GET', path: '/faults', handle: () => all.flatMap((it) => it.list()) },
    { method: 'DELETE', path: '/faults', handle: () => all.forEach((it) => it.reset()) },
    {
      method: 'PUT',
      path: '/faults/*',
      handle: (path, body) => {
        const name = decodeURIComponent(path.slice('/faults/'.length));
        const { enabled, value = null } = body as { enabled: boolean; value?: number | null };
        const owner = all.find((it) => it.list().some((fault) => fault.name === name));
        if (!owner) throw new AppError('not-found', 'FAULT.UNKNOWN', `there is no fault ${name}`);
        return owner.set(name, enabled, value);
      },
    },
  ];
}
