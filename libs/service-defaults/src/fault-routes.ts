import { demoOnly, type FaultRegistry } from '@tradewind/faults';
import { AppError } from '@tradewind/kernel';
import { z } from 'zod';
import type { AdminRoute } from './admin-server.ts';

const CHANGE = z.strictObject({
  enabled: z.boolean(),
  value: z.number().nullish(),
  lastsSeconds: z.number().nullish(),
});

/** The switches of a process, on its admin port. Outside of the demo each answers FAULT.DEMO_ONLY. */
export function faultRoutes(faults: FaultRegistry): AdminRoute[] {
  const inDemo =
    (handle: AdminRoute['handle']): AdminRoute['handle'] =>
    (path, body, query) => {
      if (!faults.enabled) throw demoOnly();
      return handle(path, body, query);
    };
  return [
    { method: 'GET', path: '/faults', handle: inDemo(() => faults.list()) },
    { method: 'DELETE', path: '/faults', handle: inDemo(() => faults.reset()) },
    {
      method: 'PUT',
      path: '/faults/*',
      handle: inDemo((path, body) =>
        faults.set(decodeURIComponent(path.slice('/faults/'.length)), change(body)),
      ),
    },
  ];
}

function change(body: unknown): z.output<typeof CHANGE> {
  const read = CHANGE.safeParse(body);
  if (read.success) return read.data;
  const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'body', message }));
  const [first] = errors;
  throw new AppError('invalid', 'VALIDATION.FAILED', `${first!.field}: ${first!.message}`, {
    details: { errors },
  });
}
