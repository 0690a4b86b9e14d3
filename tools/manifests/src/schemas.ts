import { globSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parseAllDocuments } from 'yaml';
import type { Manifest } from './manifest.ts';
import { runProgram } from './run-program.ts';

/** Go modules that have the schemas of other people's kinds: they are read from Go's own cache, and not copied here. */
const MODULES = [
  { module: 'github.com/argoproj/argo-rollouts@v1.8.3', files: 'manifests/crds/*-crd.yaml' },
  { module: 'github.com/argoproj/argo-cd/v3@v3.1.9', files: 'manifests/crds/*-crd.yaml' },
  { module: 'istio.io/api@v1.31.4', files: 'kubernetes/customresourcedefinitions.gen.yaml' },
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

/** The schemas of custom resources, which Go gets once in some seconds; or one line that says what is missing. */
export async function openSchemas(): Promise<Schemas | { missing: string }> {
  const modules = MODULES.map(({ module }) => module);
  const { code, output } = await runProgram('go', ['mod', 'download', '-json', ...modules], {
    cwd: tmpdir(),
  });
  const folders = [...output.matchAll(/^\s*"Dir": (".*"),?$/gm)].map(
    ([, text]) => JSON.parse(text!) as string,
  );
  if (code !== 0 || folders.length !== modules.length)
    return { missing: 'no schemas of Argo and Istio here: Go gets them, from its module proxy' };
  const validators = new Map<string, ValidateFunction>();
  MODULES.forEach(({ files }, i) => {
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
