import { AppError, isAnswer, isAppError, type ErrorKind } from '@tradewind/kernel';

const rejections = new WeakSet<AppError>();

/** An error of our own guards, which have turned a call away: the dependency was not asked. */
export function rejection(kind: ErrorKind, code: string, message: string): AppError {
  const error = new AppError(kind, code, message);
  rejections.add(error);
  return error;
}

/** Whether a guard of this process made it. The same code from the other side of a hop is an answer of a dependency. */
export function isRejection(error: unknown): error is AppError {
  return isAppError(error) && rejections.has(error);
}

/** Whether an error says that the dependency is ill. What is no AppError is not understood, and counts as illness. */
export function saysThatItIsIll(error: unknown): boolean {
  return !isAnswer(error);
}
