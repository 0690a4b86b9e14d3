import type { ArmedFailpoint, FailpointRegistry } from '@tradewind/failpoints';
import { z } from 'zod';
import type { AdminRoute } from './admin-server.ts';

const ACTION = z.discriminatedUnion('do', [
  z.strictObject({ do: z.enum(['kill', 'stop', 'fail']) }),
  z.strictObject({ do: z.literal('wait'), milliseconds: z.number().int().min(1).max(120_000) }),
]);
/** When an armed failpoint acts, and what it does. */
export const PLAN = z.strictObject({
  action: ACTION,
  at: z.number().int().min(1).default(1),
  times: z.number().int().min(1).default(1),
});
const DISTURBANCE = z.strictObject({
  copies: z.number().int().min(1).max(5),
  seed: z.number().int().min(0),
});

/** Where tests see and arm the failpoints of a process, on its admin port. */
export function failpointRoutes(failpoints: FailpointRegistry): AdminRoute[] {
  return [
    { method: 'GET', path: '/failpoints', handle: () => failpoints.list() },
    {
      method: 'DELETE',
      path: '/failpoints',
      handle: () => {
        failpoints.disarm();
        failpoints.disturb(undefined);
      },
    },
    {
      method: 'PUT',
      path: '/failpoints/*',
      handle: (path, body) => {
        const name = decodeURIComponent(path.slice('/failpoints/'.length));
        failpoints.arm(name, PLAN.parse(body) as ArmedFailpoint);
      },
    },
    {
      method: 'PUT',
      path: '/disturbance',
      handle: (_path, body) => failpoints.disturb(DISTURBANCE.parse(body)),
    },
  ];
}
