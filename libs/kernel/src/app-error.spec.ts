import { expect, it } from 'vitest';
import { AppError, isAnswer, isAppError, type ErrorKind } from './app-error.ts';
import { assertNever } from './assert-never.ts';

const kinds: Record<ErrorKind, boolean> = {
  invalid: false,
  'not-found': false,
  conflict: false,
  refused: false,
  forbidden: false,
  exhausted: true,
  unavailable: true,
  timeout: true,
  internal: false,
};

it.each(Object.entries(kinds) as [ErrorKind, boolean][])(
  '%s: trying again may help: %s',
  (kind, retryable) => {
    expect(new AppError(kind, 'SOME.CODE', 'text').retryable).toBe(retryable);
    expect(new AppError(kind, 'SOME.CODE', 'text', { retryable: !retryable }).retryable).toBe(!retryable);
  },
);

it('carries code, message, details and cause', () => {
  const cause = new Error('below');
  const error = new AppError('refused', 'SOME.CODE', 'text', { cause, details: { left: 2 } });
  expect(error).toMatchObject({
    name: 'AppError',
    code: 'SOME.CODE',
    message: 'text',
    details: { left: 2 },
    cause,
  });
  expect(isAppError(error)).toBe(true);
  expect(isAppError(Object.assign(new Error('text'), { code: 'SOME.CODE' }))).toBe(false);
});

it('assertNever names what it did not expect', () => {
  expect(() => assertNever('surprise' as never)).toThrow('unexpected value: "surprise"');
});

it('is an answer when somebody decided', () => {
  const answers = Object.keys(kinds).filter((kind) => isAnswer(new AppError(kind as ErrorKind, 'X', 'text')));
  expect(answers).toEqual(['invalid', 'not-found', 'conflict', 'refused', 'forbidden', 'exhausted']);
  expect(isAnswer(new Error('text'))).toBe(false);
});
