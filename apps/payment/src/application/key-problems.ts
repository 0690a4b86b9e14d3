import { isUuid } from '@tradewind/kernel';
import type { FieldProblem } from '@tradewind/cqrs';

export function keyProblems(key: string): FieldProblem[] {
  return isUuid(key) ? [] : [{ field: 'key', message: 'must be a UUID' }];
}
