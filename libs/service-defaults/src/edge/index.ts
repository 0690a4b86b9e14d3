// A separate entry: who imports it carries Fastify; services with gRPC only must not.
export { bootEdge, type EdgeDefinition } from './boot-edge.ts';
export type { NestFastifyApplication } from '@nestjs/platform-fastify';
