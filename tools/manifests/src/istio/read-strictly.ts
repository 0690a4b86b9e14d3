import { Ajv } from 'ajv';
import type { Manifest } from '../manifest.ts';
import { idOf } from '../read.ts';
import type { Schemas } from './schemas.ts';

/** What of Istio's objects does not fit its definitions: a field that does not exist, a value of another type. */
export function createIstioReader({ kinds }: Schemas): (manifests: readonly Manifest[]) => string[] {
  // Formats are those of protocol buffers and say less than the patterns beside them.
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, logger: false });
  return (manifests) =>
    manifests
      .filter(({ apiVersion }) => apiVersion.includes('.istio.io/'))
      .flatMap((manifest) => {
        const key = `${manifest.apiVersion} ${manifest.kind}`;
        const schema = kinds[key];
        if (!schema) return [`${idOf(manifest)}: Istio has no ${key}`];
        const validate = ajv.getSchema(key) ?? ajv.addSchema(schema, key).getSchema(key)!;
        void validate(manifest);
        return (validate.errors ?? []).map(
          ({ instancePath, message, params }) =>
            `${idOf(manifest)}${instancePath}: ${message} ${Object.values(params as object).join(' ')}`,
        );
      });
}
