import type { FieldProblem } from '@tradewind/cqrs';

/** More than fit in a cart is refused by the cart itself, with a code of its own. */
export function quantityProblems(quantity: number): FieldProblem[] {
  if (Number.isInteger(quantity) && quantity >= 1) return [];
  return [{ field: 'quantity', message: 'must be a whole number, 1 to 999' }];
}

export function shopperProblems(shopperId: string): FieldProblem[] {
  if (shopperId !== '' && shopperId.length <= 255) return [];
  return [{ field: 'shopperId', message: 'must have 1 to 255 characters' }];
}
