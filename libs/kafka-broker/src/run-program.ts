import { spawn } from 'node:child_process';

interface Answer {
  /** Undefined when the program could not be started or took too long. */
  code: number | undefined;
  output: string;
}

/** Runs a program to its end and answers what it said. Never rejects. */
export function runProgram(
  command: string,
  args: readonly string[],
  { limit = 5_000, signal }: { limit?: number; signal?: AbortSignal } = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const signals = [AbortSignal.timeout(limit), ...(signal ? [signal] : [])];
    const shell = process.platform === 'win32'; // mvn is a .cmd file there
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      signal: AbortSignal.any(signals),
      shell,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: undefined, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? undefined, output }));
  });
}
