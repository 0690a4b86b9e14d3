import { AppError } from '@tradewind/kernel';

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
