export { UseCases, useCasesProvider } from './use-cases.ts';
export { requireValid, type FieldProblem } from './validation.ts';
