import { join } from 'node:path';
import { changed, kubectl, NAMESPACE } from './cluster.ts';

const shipped = join(import.meta.dirname, '../../../deploy/istio');

/** What is in a folder of deploy/istio, as a user would apply it: `kubectl patch --patch-file`. */
export const patch = (kind: string, name: string, file: string): Promise<string> =>
  kubectl(['-n', NAMESPACE, 'patch', kind, name, '--type=json', `--patch-file=${join(shipped, file)}`]);

/** Has a shipped patch in place while something runs, and afterwards exactly what was there before. */
export const patched = <Result>(
  kind: string,
  name: string,
  file: string,
  during: () => Promise<Result>,
): Promise<Result> =>
  changed(
    kind,
    name,
    () => undefined,
    async () => {
      await patch(kind, name, file);
      return await during();
    },
  );
