import { LOG_LEVELS, recentLogs } from '@tradewind/observability';
import { z } from 'zod';
import type { AdminRoute } from './admin-server.ts';

const LOG_QUERY = z.strictObject({
  traceId: z
    .string()
    .regex(/^[0-9a-f]{32}$/, '32 hexadecimal digits')
    .optional(),
  level: z.enum(LOG_LEVELS).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(200),
});

/** The latest log lines of the process, on its admin port: `GET /logs?traceId=&level=&limit=`, newest first. */
export function logRoutes(): AdminRoute[] {
  return [
    {
      method: 'GET',
      path: '/logs',
      handle: (_path, _body, query) => recentLogs.find(LOG_QUERY.parse(Object.fromEntries(query))),
    },
  ];
}
