import { AppError } from '@tradewind/kernel';
import type { z } from 'zod';

/**
 * The value, checked against its schema; unknown fields are refused, so that a typing error is not silently dropped.
 * @throws AppError VALIDATION.FAILED with every problem, each with the field's path (`shippingAddress.city`)
 */
export function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const errors = result.error.issues.flatMap((issue) => {
    const path = issue.path.join('.');
    if (issue.code !== 'unrecognized_keys') return [{ field: path, message: issue.message }];
    return issue.keys.map((key) => ({ field: fieldOf(path, key), message: 'is not known' }));
  });
  const [first] = errors;
  const message =
    errors.length === 1
      ? `${first!.field || 'body'}: ${first!.message}`
      : `${errors.length} fields are not valid`;
  throw new AppError('invalid', 'VALIDATION.FAILED', message, { details: { errors } });
}

/** What cannot be the name of a field may be what somebody meant to write into one: it is not said again. */
function fieldOf(path: string, key: string): string {
  const name = /^[A-Za-z_][\w-]{0,63}$/.test(key) ? key : '(a field)';
  return path ? `${path}.${name}` : name;
}
