export { fill, QUERIES, readPlan, selectorOf, type Limits, type Plan, type Queries } from './plan.ts';
