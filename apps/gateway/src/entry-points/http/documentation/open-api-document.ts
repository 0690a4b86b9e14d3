import { z } from 'zod';
import { operations, type Operation } from './operations.ts';
import { responseSchemas } from './response-schemas.ts';

export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: { schemas: Record<string, unknown> };
}

export interface OpenApiOperation {
  summary: string;
  parameters: { name: string; in: string; required: boolean; description?: string; schema: unknown }[];
  requestBody?: { required: true; content: Record<string, { schema: unknown }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>;
}

const DESCRIPTION = `A shopper is an anonymous signed cookie, set by the first answer that needs one. Errors are problem
documents (RFC 9457) with a stable code.`;

/** OpenAPI 3.1. What is taken comes from the very schemas that check the requests. */
export function openApiDocument(): OpenApiDocument {
  const paths: OpenApiDocument['paths'] = {};
  for (const operation of operations) {
    (paths[operation.path] ??= {})[operation.method] = describe(operation);
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tradewind', version: '1.0.0', description: DESCRIPTION.replaceAll('\n', ' ') },
    paths,
    components: { schemas: { ...responseSchemas } },
  };
}

function describe(operation: Operation): OpenApiOperation {
  const { summary, body, answers, problems } = operation;
  const responses: OpenApiOperation['responses'] = {};
  for (const [status, answer] of Object.entries(answers)) responses[status] = describeAnswer(answer);
  for (const status of problems) {
    responses[status] = { description: 'A problem', content: json('application/problem+json', 'Problem') };
  }
  return {
    summary,
    parameters: [
      ...pathParameters(operation.path),
      ...headerParameters(operation),
      ...queryParameters(operation),
    ],
    ...(body
      ? { requestBody: { required: true, content: { 'application/json': { schema: toSchema(body) } } } }
      : {}),
    responses,
  };
}

function describeAnswer(answer: Operation['answers'][number]): OpenApiOperation['responses'][string] {
  if (answer === 'none') return { description: 'Done' };
  if (answer === 'events') {
    return {
      description: 'Events named `order`, each with the whole order',
      content: json('text/event-stream', 'Order'),
    };
  }
  return { description: answer, content: json('application/json', answer) };
}

function json(type: string, schema: string): Record<string, { schema: unknown }> {
  return { [type]: { schema: { $ref: `#/components/schemas/${schema}` } } };
}

function pathParameters(path: string): OpenApiOperation['parameters'] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name: name!,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
}

function headerParameters({ headers = [] }: Operation): OpenApiOperation['parameters'] {
  return headers.map((header) => ({ ...header, in: 'header', schema: { type: 'string' } }));
}

function queryParameters({ query }: Operation): OpenApiOperation['parameters'] {
  if (!query) return [];
  const { properties = {} } = toSchema(query) as { properties?: Record<string, { description?: string }> };
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    ...{ name, in: 'query', required: false, schema },
    ...(description ? { description } : {}),
  }));
}

function toSchema(schema: z.ZodType): unknown {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
