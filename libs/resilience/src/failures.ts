import { AppError, isAppError } from '@tradewind/kernel';

/** Our own guards turned the call away: these codes say nothing about the dependency, which was not asked. */
const REJECTIONS: ReadonlySet<string> = new Set(['CIRCUIT_OPEN', 'BULKHEAD_FULL', 'BULKHEAD_TIMEOUT']);

export function isRejection(error: unknown): boolean {
  return isAppError(error) && REJECTIONS.has(error.code);
}

/** Whether an error says that the dependency is ill. What is no AppError is not understood, and counts as illness. */
export function saysThatItIsIll(error: unknown): boolean {
  if (!isAppError(error)) return true;
  return error.kind === 'unavailable' || error.kind === 'timeout' || error.kind === 'internal';
}

export function openError(name: string): AppError {
  return new AppError(
    'unavailable',
    'CIRCUIT_OPEN',
    `${name} is failing; calls to it are refused for a while`,
  );
}
