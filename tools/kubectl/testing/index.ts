import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Kubernetes' objects, by `kind/name`. */
export type Objects = Record<string, object>;

export interface StubCluster {
  /** For the program that is to find this kubectl. */
  environment: Record<string, string>;
  read<T>(key: string): T | undefined;
  write(key: string, object: object): void;
  /** Every command so far, one in a line. */
  commands(): string;
}

/** A kubectl in `folder` that keeps its objects in a file. @param port on this machine that a forwarded port leads to */
export function stubCluster(folder: string, objects: Objects, port = 0): StubCluster {
  const [state, log, file] = ['state.json', 'commands.txt', 'kubectl'].map((it) => join(folder, it));
  writeFileSync(state!, JSON.stringify(objects));
  writeFileSync(log!, '');
  const program = join(import.meta.dirname, 'stub-kubectl.ts');
  writeFileSync(file!, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(file!, 0o755);
  const PATH = `${folder}:${process.env['PATH']}`;
  return {
    environment: { STUB_STATE: state!, STUB_LOG: log!, STUB_PORT: String(port), PATH },
    read: <T>(key: string) => readObjects(state!)[key] as T | undefined,
    write: (key, object) => writeFileSync(state!, JSON.stringify({ ...readObjects(state!), [key]: object })),
    commands: () => readFileSync(log!, 'utf8'),
  };
}

/** A file that is being written is read once more. */
function readObjects(file: string): Objects {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Objects;
  } catch {
    return readObjects(file);
  }
}
