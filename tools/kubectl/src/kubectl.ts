import { runProgram } from '@tradewind/manifests';

/** One operation of a JSON patch (RFC 6902). `add` replaces what is there; `test` refuses the whole patch when it does not hold. */
export type Operation =
  { op: 'test' | 'add' | 'replace'; path: string; value: unknown } | { op: 'remove'; path: string };

/** kubectl ended with an error; the message is its own. */
export class KubectlError extends Error {
  override readonly name = 'KubectlError';
}

export interface Kubectl {
  /** Arguments that lead to the same cluster and namespace. */
  readonly place: readonly string[];
  /** What it prints. @throws KubectlError */
  run(args: readonly string[], input?: string): Promise<string>;
  /** @throws KubectlError */
  get<T>(...args: string[]): Promise<T>;
  /** All operations or none. @throws KubectlError also when a `test` does not hold */
  patch(kind: string, name: string, operations: readonly Operation[]): Promise<void>;
}

interface Place {
  /** Default: the current one. */
  context?: string | undefined;
  namespace: string;
}

/** kubectl by name from the PATH, so that its own settings (KUBECONFIG) hold. */
export function createKubectl({ context, namespace }: Place): Kubectl {
  const place = [...(context ? [`--context=${context}`] : []), `--namespace=${namespace}`];
  const run = async (args: readonly string[], input = ''): Promise<string> => {
    // A group of its own: Ctrl-C must not end the kubectl that puts things right.
    const detached = process.platform !== 'win32';
    const { code, output, errors } = await runProgram('kubectl', [...place, ...args], { input, detached });
    if (code === 0) return output;
    throw new KubectlError(errors.trim() || `kubectl ${args.join(' ')}: ended with ${code}`);
  };
  return {
    place,
    run,
    get: async <T>(...args: string[]) => JSON.parse(await run(['get', ...args, '--output=json'])) as T,
    patch: async (kind, name, operations) => {
      await run(['patch', kind, name, '--type=json', `--patch=${JSON.stringify(operations)}`]);
    },
  };
}
