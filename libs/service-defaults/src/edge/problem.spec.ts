import { AppError, type ErrorKind } from '@tradewind/kernel';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parse } from './parse.ts';
import { toProblem } from './problem.ts';

const kinds: Record<ErrorKind, number> = {
  invalid: 422,
  'not-found': 404,
  conflict: 409,
  refused: 422,
  forbidden: 403,
  exhausted: 429,
  unavailable: 503,
  timeout: 504,
  internal: 500,
};

describe('a problem document', () => {
  it.each(Object.entries(kinds) as [ErrorKind, number][])('of "%s" has status %d', (kind, status) => {
    expect(toProblem(new AppError(kind, 'SOME.CODE', 'text'), 'trace')).toMatchObject({
      ...{ type: 'about:blank', status, code: 'SOME.CODE', traceId: 'trace' },
      title: expect.stringMatching(/^[A-Z]/),
    });
  });

  it.each([
    ['IDEMPOTENCY.KEY_MISSING', 400],
    ['BULKHEAD_FULL', 503],
  ])('of %s has the status that the interface fixes', (code, status) => {
    expect(toProblem(new AppError('exhausted', code, 'text'), undefined)).toMatchObject({
      status,
      traceId: null,
    });
  });

  it.each([
    new Error('password 12345'),
    new AppError('internal', 'X', 'password 12345'),
    'password 12345',
    null,
  ])('of a mistake of ours (%s) tells nothing of its inside', (error) => {
    const problem = toProblem(error ?? {}, 'trace');
    expect(problem).toMatchObject({ status: 500, traceId: 'trace' });
    expect(JSON.stringify(problem)).not.toContain('12345');
  });

  it('lists the fields of a validation', () => {
    const errors = [{ field: 'a', message: 'is missing' }];
    const problem = toProblem(
      new AppError('invalid', 'VALIDATION.FAILED', 'x', { details: { errors } }),
      undefined,
    );
    expect(problem.errors).toEqual(errors);
  });
});

describe('parse', () => {
  const schema = z.strictObject({ name: z.string(), address: z.strictObject({ city: z.string() }) });

  it('answers the value', () => {
    const value = { name: 'x', address: { city: 'Bergen' } };
    expect(parse(schema, value)).toEqual(value);
  });

  it('names every wrong field by its path, unknown ones too', () => {
    const wrong = { name: 1, address: { city: 'Bergen', town: 'x' }, extra: true };
    const error = (() => {
      try {
        return parse(schema, wrong);
      } catch (thrown) {
        return thrown;
      }
    })() as AppError;
    expect(error).toMatchObject({
      kind: 'invalid',
      code: 'VALIDATION.FAILED',
      message: '3 fields are not valid',
    });
    const fields = (error.details['errors'] as { field: string }[]).map(({ field }) => field);
    expect(fields.toSorted()).toEqual(['address.town', 'extra', 'name']);
  });
});
