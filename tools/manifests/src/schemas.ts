import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from './manifest.ts';
import { runProgram } from './run-program.ts';

/** Go modules that have the schemas of other people's kinds: they are read from Go's own cache, and not copied here. */
export const SCHEMA_MODULES = [
  { module: 'github.com/argoproj/argo-rollouts@v1.8.3', files: 'manifests/crds/*-crd.yaml' },
  { module: 'github.com/argoproj/argo-cd/v3@v3.1.9', files: 'manifests/crds/*-crd.yaml' },
  {
    module: 'istio.io/istio@v0.0.0-20260827124520-eed52ebb66ad',
    files: 'manifests/charts/base/files/crd-all.gen.yaml',
  },
] as const;

export interface Schemas {
  /** What does not fit, unknown fields included. A kind that nobody knows is a finding, too. */
  check(manifest: Manifest): string[];
}

interface CustomResourceDefinition {
  spec?: {
    group: string;
    names: { kind: string };
    versions: { name: string; schema?: { openAPIV3Schema: Schema } }[];
  };
}

interface Schema {
  type?: string;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  'x-kubernetes-preserve-unknown-fields'?: boolean;
  'x-kubernetes-int-or-string'?: boolean;
}

/** The schemas of custom resources, or one line that says how to get them. */
export async function openSchemas(): Promise<Schemas | { missing: string }> {
  const cache = (await runProgram('go', ['env', 'GOMODCACHE'])).output.trim();
  const folders = SCHEMA_MODULES.map(({ module }) => join(cache, module));
  if (!cache || !folders.every((it) => existsSync(it)))
    return {
      missing: 'no schemas of Argo and Istio here: with Go, `node tools/manifests/src/install.ts` gets them',
    };
  const validators = new Map<string, ValidateFunction>();
  SCHEMA_MODULES.forEach(({ files }, i) => {
    for (const file of globSync(files, { cwd: folders[i]! })) readFile(join(folders[i]!, file), validators);
  });
  return { check: (manifest) => check(manifest, validators) };
}

function readFile(file: string, validators: Map<string, ValidateFunction>): void {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  for (const document of parseAllDocuments(readFileSync(file, 'utf8'))) {
    const { spec } = document.toJS() as CustomResourceDefinition;
    for (const { name, schema } of spec?.versions ?? []) {
      if (!schema) continue;
      const own = closed(schema.openAPIV3Schema);
      const text = { type: 'string' };
      own.properties = { ...own.properties, apiVersion: text, kind: text, metadata: { type: 'object' } };
      validators.set(`${spec!.group}/${name} ${spec!.names.kind}`, ajv.compile(own));
    }
  }
}

/** An API server drops fields that a schema does not name; here they are mistakes. */
function closed(schema: Schema): Schema {
  const properties = schema.properties && mapped(schema.properties);
  const more = schema.additionalProperties;
  return {
    ...schema,
    ...(properties && { properties }),
    ...(properties &&
      more === undefined &&
      !schema['x-kubernetes-preserve-unknown-fields'] && { additionalProperties: false }),
    ...(typeof more === 'object' && { additionalProperties: closed(more) }),
    ...(schema.items && { items: closed(schema.items) }),
  };
}

const mapped = (properties: Record<string, Schema>): Record<string, Schema> =>
  Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, closed(schema)]));

function check(manifest: Manifest, validators: Map<string, ValidateFunction>): string[] {
  const id = `${manifest.kind}/${manifest.metadata.name}`;
  const validate = validators.get(`${manifest.apiVersion} ${manifest.kind}`);
  if (!validate) return [`${id}: ${manifest.apiVersion} ${manifest.kind} is not known`];
  if (validate(manifest)) return [];
  return validate.errors!.map(({ instancePath, message, params }) => {
    const { additionalProperty = '' } = params as { additionalProperty?: string };
    return `${id}${instancePath.replaceAll('/', '.')}: ${message} ${additionalProperty}`.trim();
  });
}
