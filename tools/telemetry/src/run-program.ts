import { spawn } from 'node:child_process';

export interface Answer {
  /** Undefined when the program could not be started. */
  code: number | undefined;
  output: string;
}

/** Runs a program to its end and answers what it said. Never rejects. */
export function runProgram(
  command: string,
  args: readonly string[],
  { cwd, environment = {} }: { cwd?: string; environment?: Record<string, string> } = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const shell = process.platform === 'win32'; // mvn is a .cmd file there
    const env = { ...process.env, ...environment };
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd, shell, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: undefined, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? undefined, output }));
  });
}
