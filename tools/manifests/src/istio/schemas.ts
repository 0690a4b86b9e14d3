import { parseAllDocuments } from 'yaml';

type Schema = Record<string, unknown>;

/** By `apiVersion kind`. */
export interface Schemas {
  kinds: Record<string, Schema>;
}

interface Definition {
  spec: {
    group: string;
    names: { kind: string };
    versions: { name: string; schema: { openAPIV3Schema: { properties: Record<string, Schema> } } }[];
  };
}

/**
 * Schemas out of CustomResourceDefinitions that refuse unknown fields; an API server drops these silently.
 * @param text all definitions, as YAML
 */
export function strictSchemas(text: string): Schemas {
  const kinds: Record<string, Schema> = {};
  for (const document of parseAllDocuments(text)) {
    const definition = document.toJS() as Definition | null;
    if (!definition?.spec) continue;
    const { group, names, versions } = definition.spec;
    for (const { name, schema } of versions) {
      const spec = strict(schema.openAPIV3Schema.properties['spec'] ?? {}) as Schema;
      kinds[`${group}/${name} ${names.kind}`] = {
        type: 'object',
        required: ['apiVersion', 'kind', 'metadata', 'spec'],
        properties: { apiVersion: {}, kind: {}, metadata: { type: 'object' }, spec },
        additionalProperties: false,
      };
    }
  }
  return { kinds };
}

/** Only what lists its fields is closed: maps, and alternatives (`oneOf`) of required fields, are not. */
function strict(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strict);
  if (typeof value !== 'object' || value === null) return value;
  const schema = Object.fromEntries(
    Object.entries(value)
      // Texts and rules in a language of Kubernetes' own: nothing here reads them.
      .filter(([key, inner]) => typeof inner === 'object' || !/^(description|x-)/.test(key))
      .map(([key, inner]) => [key, strict(inner)]),
  );
  const closed = schema['type'] === 'object' && 'properties' in schema;
  const open = 'additionalProperties' in schema || 'x-kubernetes-preserve-unknown-fields' in value;
  return closed && !open ? { ...schema, additionalProperties: false } : schema;
}
