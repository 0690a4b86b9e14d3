import { readFileSync } from 'node:fs';
import { replaceFile } from './replace-file.ts';
import type { RunningSystem } from './running-system.ts';

/** What is asked for with SIGUSR2, and what became of it; a file, so that the one who asks can follow it. */
export interface RestartRequest {
  /** Tells requests apart. */
  readonly id: string;
  /** In this order, one at a time. */
  readonly services: readonly string[];
  readonly replaced: readonly string[];
  /** Why it ended early. */
  readonly failure?: string;
}

export function readRestart(file: string): RestartRequest | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as RestartRequest;
  } catch {
    return undefined; // nobody asked yet
  }
}

export const writeRestart = (file: string, request: RestartRequest): void =>
  replaceFile(file, `${JSON.stringify(request, null, 2)}\n`);

/** Replaces services, one after the other, when SIGUSR2 says that the data folder holds a request. Gives back what ends this. */
export function obeyRestartRequests(system: RunningSystem): () => void {
  const file = system.context.data.restartFile;
  let known = readRestart(file)?.id;
  const look = (): void => {
    const request = readRestart(file);
    if (!request || request.id === known) return; // of another system in this process
    known = request.id;
    void obey(system, file, request);
  };
  if (process.platform !== 'win32') process.on('SIGUSR2', look);
  return () => void process.off('SIGUSR2', look);
}

async function obey(system: RunningSystem, file: string, request: RestartRequest): Promise<void> {
  const replaced: string[] = [];
  for (const name of request.services) {
    try {
      await system.replace(name);
    } catch (error) {
      return writeRestart(file, { ...request, replaced, failure: (error as Error).message });
    }
    replaced.push(name);
    writeRestart(file, { ...request, replaced });
  }
}
