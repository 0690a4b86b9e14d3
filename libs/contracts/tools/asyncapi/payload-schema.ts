import { ScalarType, type DescField, type DescMessage } from '@bufbuild/protobuf';

/** JSON Schema (draft 7), as far as event messages need it. */
export type JsonSchema = Record<string, unknown>;

const scalars: Partial<Record<ScalarType, JsonSchema>> = {
  [ScalarType.STRING]: { type: 'string' },
  [ScalarType.BOOL]: { type: 'boolean' },
  [ScalarType.INT32]: { type: 'integer' },
  [ScalarType.UINT32]: { type: 'integer', minimum: 0 },
  // As proto3 JSON has it, readers take a string, too; we write numbers, which stay far below 2^53.
  [ScalarType.INT64]: { type: ['integer', 'string'] },
  [ScalarType.DOUBLE]: { type: 'number' },
};

/**
 * The form of a message in proto3 JSON: a field that has its default may be missing, an unknown one is passed over.
 * Source: ProtoJSON Format, protobuf.dev.
 */
export function payloadSchema(message: DescMessage): JsonSchema {
  const properties = Object.fromEntries(message.fields.map((field) => [field.jsonName, fieldSchema(field)]));
  return { type: 'object', title: message.name, properties, additionalProperties: true };
}

function fieldSchema(field: DescField): JsonSchema {
  if (field.fieldKind === 'scalar') return scalarSchema(field, field.scalar);
  if (field.fieldKind === 'message') return payloadSchema(field.message);
  if (field.fieldKind === 'enum') return { type: 'string', enum: field.enum.values.map(({ name }) => name) };
  if (field.fieldKind === 'list') return { type: 'array', items: itemSchema(field) };
  return { type: 'object', additionalProperties: valueSchema(field) };
}

function valueSchema(field: DescField & { fieldKind: 'map' }): JsonSchema {
  if (field.mapKind === 'message') return payloadSchema(field.message);
  if (field.mapKind === 'scalar') return scalarSchema(field, field.scalar);
  throw unknown(field);
}

function itemSchema(field: DescField & { fieldKind: 'list' }): JsonSchema {
  if (field.listKind === 'message') return payloadSchema(field.message);
  if (field.listKind === 'scalar') return scalarSchema(field, field.scalar);
  throw unknown(field);
}

function scalarSchema(field: DescField, scalar: ScalarType): JsonSchema {
  const schema = scalars[scalar];
  if (!schema) throw unknown(field);
  return schema;
}

const unknown = (field: DescField): Error =>
  new Error(`${field.toString()}: no JSON Schema for this kind of field; add it to payload-schema.ts`);
