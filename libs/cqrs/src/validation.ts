import { AppError, isUuid } from '@tradewind/kernel';

/** One field that is not as it must be. */
export interface FieldProblem {
  field: string;
  message: string;
}

/** @throws AppError VALIDATION.FAILED with all problems, if there are any */
export function requireValid(problems: readonly FieldProblem[]): void {
  if (problems.length === 0) return;
  const [first] = problems;
  const message =
    problems.length === 1 ? `${first!.field}: ${first!.message}` : `${problems.length} fields are not valid`;
  throw new AppError('invalid', 'VALIDATION.FAILED', message, { details: { errors: problems } });
}

/** The fields that may be empty and are otherwise no UUID, such as the bounds of a range of keys. */
export function unlessUuids(fields: Readonly<Record<string, string>>): FieldProblem[] {
  return Object.entries(fields)
    .filter(([, value]) => value !== '' && !isUuid(value))
    .map(([field]) => ({ field, message: 'must be a UUID' }));
}
