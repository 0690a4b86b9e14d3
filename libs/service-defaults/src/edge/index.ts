// A separate entry: who imports it carries Fastify; services with gRPC only must not.
export { bootEdge, type EdgeDefinition } from './boot-edge.ts';
export { parse } from './parse.ts';
export { ProblemFilter, sendProblem } from './problem.filter.ts';
export { toProblem, type ProblemDocument } from './problem.ts';
export { traceIdOf, UNTRACED } from './trace-requests.ts';
export type { NestFastifyApplication } from '@nestjs/platform-fastify';
