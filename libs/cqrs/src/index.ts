export { UseCases, useCasesProvider } from './use-cases.ts';
export { requireValid, unlessUuids, type FieldProblem } from './validation.ts';
