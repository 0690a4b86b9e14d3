import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  readonly namespace: string;
  /** What it prints. @throws KubectlError */
  run(args: readonly string[], input?: string): Promise<string>;
  /** Begins something that lasts; it is ended by closing its input. Never rejects. */
  start(args: readonly string[]): Running;
  /** @throws KubectlError */
  get<T>(...args: string[]): Promise<T>;
  /** Undefined when there is none. @throws KubectlError */
  find<T>(kind: string, name: string): Promise<T | undefined>;
  /** All operations or none. @throws KubectlError also when a `test` does not hold */
  patch(kind: string, name: string, operations: readonly Operation[]): Promise<void>;
}

interface Running {
  /** Closes its input, and waits for its end. */
  stop(): Promise<{ code: number | undefined; errors: string }>;
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
    namespace,
    run,
    start: (args) => startProgram([...place, ...args]),
    get: async <T>(...args: string[]) => JSON.parse(await run(['get', ...args, '--output=json'])) as T,
    find: async <T>(kind: string, name: string) => {
      const text = await run(['get', kind, name, '--ignore-not-found', '--output=json']);
      return text === '' ? undefined : (JSON.parse(text) as T);
    },
    patch: (kind, name, operations) =>
      withFile(JSON.stringify(operations), async (file) => {
        await run(['patch', kind, name, '--type=json', `--patch-file=${file}`]);
      }),
  };
}

function startProgram(args: readonly string[]): Running {
  const child = spawn('kubectl', args, { stdio: ['pipe', 'ignore', 'pipe'], detached: true });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += chunk));
  child.on('error', ({ message }) => (errors += message));
  child.stdin.on('error', () => undefined); // it has ended: its code says so
  const ended = once(child, 'close').catch(() => [undefined]);
  return {
    stop: async () => {
      child.stdin.end();
      const [code] = (await ended) as [number | undefined];
      return { code: code ?? undefined, errors };
    },
  };
}

/** What is patched may be a key: everybody on a machine can read the arguments of a program. */
async function withFile(text: string, work: (file: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-patch-'));
  try {
    const file = join(folder, 'patch.json');
    writeFileSync(file, text, { mode: 0o600 });
    await work(file);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
