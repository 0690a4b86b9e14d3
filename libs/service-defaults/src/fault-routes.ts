import type { RpcFaults } from '@tradewind/rpc';
import type { AdminRoute } from './admin-server.ts';

/** The switches of a service's faults, on its admin port. */
export function faultRoutes(faults: RpcFaults): AdminRoute[] {
  return [
    { method: 'GET', path: '/faults', handle: () => faults.list() },
    { method: 'DELETE', path: '/faults', handle: () => faults.reset() },
    {
      method: 'PUT',
      path: '/faults/*',
      handle: (path, body) => {
        const { enabled, value = null } = body as { enabled: boolean; value?: number | null };
        return faults.set(decodeURIComponent(path.slice('/faults/'.length)), enabled, value);
      },
    },
  ];
}
