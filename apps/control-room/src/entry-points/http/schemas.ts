import { LOG_LEVELS } from '@tradewind/observability';
import { z } from 'zod';

const number = z
  .string()
  .regex(/^\d{1,6}$/, 'must be a whole number')
  .transform(Number);
const page = {
  pageSize: number.pipe(z.number().min(1).max(200)).default(50),
  pageToken: z.string().max(512).default(''),
};

export const sagaQuery = z.strictObject({
  state: z.enum(['running', 'compensating', 'parked', 'done']).optional(),
  ...page,
});
export const eventQuery = z.strictObject({
  aggregateId: z.string().max(255).default(''),
  type: z.string().max(255).default(''),
  ...page,
});
export const letterQuery = z.strictObject({
  state: z.enum(['open', 'parked', 'waiting', 'replayed', 'discarded', 'all']).default('parked'),
  service: z.string().max(64).default(''),
  type: z.string().max(255).default(''),
  ...page,
  pageSize: number.pipe(z.number().min(1).max(200)).default(200),
});
export const logQuery = z.strictObject({
  service: z.string().max(64).default(''),
  traceId: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits')
    .optional(),
  level: z.enum(LOG_LEVELS).optional(),
  limit: number.pipe(z.number().min(1).max(500)).default(200),
});
export const traceQuery = z.strictObject({
  limit: number.pipe(z.number().min(1).max(500)).default(50),
});
export const reconciliationQuery = z.strictObject({
  maxAge: number.default(0),
});
export const serviceMapQuery = z.strictObject({
  minutes: number.pipe(z.number().min(1).max(60)).default(5),
});
export const optionalNote = z.strictObject({ note: z.string().max(2_000).default('') });
export const requiredNote = z.strictObject({ note: z.string().trim().min(1, 'must say why').max(2_000) });
/** The bounds are the switch's own: the process that has it checks them. */
export const faultBody = z.strictObject({
  enabled: z.boolean(),
  value: z.number().nullish(),
  lastsSeconds: z.number().nullish(),
});
export const ledgerQuery = z.strictObject({ orderId: z.string().max(64).default('') });
export const mailboxQuery = z.strictObject({ to: z.string().max(320).default('') });
