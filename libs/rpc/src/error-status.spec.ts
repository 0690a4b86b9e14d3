import { Metadata, status, type ServiceError } from '@grpc/grpc-js';
import { AppError, type ErrorKind } from '@tradewind/kernel';
import { describe, expect, it } from 'vitest';
import { fromServiceError, toServiceError } from './error-status.ts';

const KINDS: Record<ErrorKind, status> = {
  invalid: status.INVALID_ARGUMENT,
  'not-found': status.NOT_FOUND,
  conflict: status.ABORTED,
  refused: status.FAILED_PRECONDITION,
  forbidden: status.PERMISSION_DENIED,
  exhausted: status.RESOURCE_EXHAUSTED,
  unavailable: status.UNAVAILABLE,
  timeout: status.DEADLINE_EXCEEDED,
  internal: status.INTERNAL,
};
const travel = (error: unknown): AppError => fromServiceError('bank', toServiceError(error) as ServiceError);

describe('an error that travels', () => {
  it.each(Object.entries(KINDS) as [ErrorKind, status][])(
    'as %s has status %d and comes out as it went in',
    (kind, code) => {
      for (const retryable of [true, false]) {
        const error = new AppError(kind, 'BANK.NO', 'no, sorry: ü', {
          retryable,
          details: { left: [1, 'ü'] },
        });
        expect(toServiceError(error).code).toBe(code);
        expect(travel(error)).toMatchObject({
          ...{ kind, code: 'BANK.NO', message: 'no, sorry: ü', retryable },
          details: { left: [1, 'ü'] },
        });
      }
    },
  );

  it('tells callers not to try again at once, only when that was said', () => {
    const pushback = (spent: boolean): unknown[] =>
      toServiceError(new AppError('unavailable', 'AWAY', 'away'), spent).metadata!.get(
        'grpc-retry-pushback-ms',
      );
    expect([pushback(true), pushback(false)]).toEqual([['-1'], []]);
    expect(toServiceError(new Error('?'), true).metadata!.get('grpc-retry-pushback-ms')).toEqual(['-1']);
  });

  it('without details has none afterwards', () => {
    expect(travel(new AppError('refused', 'BANK.NO', 'no')).details).toEqual({});
  });

  it('when it is a mistake of ours, tells nothing of its inside', () => {
    const sent = toServiceError(new Error('password of the database: 12345'));
    expect(sent).toMatchObject({ code: status.INTERNAL, details: 'internal error' });
    expect(JSON.stringify(sent)).not.toContain('12345');
    expect(travel(new TypeError('x is undefined'))).toMatchObject({
      kind: 'internal',
      code: 'INTERNAL',
      retryable: false,
    });
  });
});

describe('a status that comes from the network', () => {
  it.each([
    [status.DEADLINE_EXCEEDED, 'timeout', 'TIMEOUT', true],
    [status.UNAVAILABLE, 'unavailable', 'UNAVAILABLE', true],
    [status.CANCELLED, 'unavailable', 'UNAVAILABLE', true],
    [status.UNIMPLEMENTED, 'internal', 'INTERNAL', false],
    [status.INTERNAL, 'internal', 'INTERNAL', false],
  ])('%d is %s', (code, kind, ours, retryable) => {
    const error = { code, details: 'x', metadata: new Metadata() } as ServiceError;
    expect(fromServiceError('bank', error)).toMatchObject({ kind, code: ours, retryable, cause: error });
  });
});
