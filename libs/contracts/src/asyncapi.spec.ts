import { readFileSync } from 'node:fs';
import specifications from '@asyncapi/specs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES } from './event-catalogue.ts';
import { TOPICS } from './topics.ts';

interface Message {
  payload: object;
  headers: { $ref: string };
  examples: { payload: object }[];
}
interface Document {
  channels: Record<string, { messages: Record<string, { $ref: string }> }>;
  components: { messages: Record<string, Message>; schemas: { CloudEvent: object } };
}

const read = (): Document =>
  JSON.parse(readFileSync(new URL('../../../docs/asyncapi.json', import.meta.url), 'utf8')) as Document;
const compile = (schema: object) =>
  new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false }).compile(schema);

/** The official schema names itself and its parts by URLs; Ajv has draft 7 built in under a URL of its own. */
const official = specifications.schemasWithoutId['3.0.0'] as object;

describe('docs/asyncapi.json', () => {
  it('is AsyncAPI 3.0, as the official schema has it', () => {
    const validate = compile(official);
    validate(read());
    expect(validate.errors ?? []).toEqual([]);
    const wrong = { ...read(), channels: { x: { address: 5 } } };
    expect(validate(wrong)).toBe(false);
  });

  it('has every topic and every event, and nothing else', () => {
    const { channels, components } = read();
    expect(Object.keys(channels)).toEqual([...TOPICS]);
    const listed = Object.values(channels).flatMap(({ messages }) => Object.keys(messages));
    expect(listed.toSorted()).toEqual(EVENT_TYPES.toSorted());
    expect(Object.keys(components.messages).toSorted()).toEqual(EVENT_TYPES.toSorted());
  });

  it.each(EVENT_TYPES)('says of %s what its stored sample shows, field by field', (type) => {
    const { payload, examples } = read().components.messages[type]!;
    const sample = JSON.parse(
      readFileSync(new URL(`../samples/${type}.json`, import.meta.url), 'utf8'),
    ) as object;
    expect(examples[0]!.payload).toEqual(sample);
    const validate = compile(closed(payload) as object);
    validate(sample);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...sample, unheardOf: 1 })).toBe(false);
  });
});

/** The schema without its leniency towards fields of tomorrow: a field that it does not know becomes visible. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [
    key,
    key === 'additionalProperties' && value === true ? false : closed(value),
  ]);
  return Object.fromEntries(entries) as object;
}
