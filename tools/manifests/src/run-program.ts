import { spawn } from 'node:child_process';

export interface Answer {
  /** Undefined when the program could not be started. */
  code: number | undefined;
  output: string;
  errors: string;
}

export interface RunOptions {
  input?: string;
  cwd?: string;
  environment?: Record<string, string>;
  /** In a process group of its own: Ctrl-C reaches the caller and not the program. Default false. */
  detached?: boolean;
}

/** Runs a program to its end and answers what it said. Never rejects. */
export function runProgram(
  command: string,
  args: readonly string[],
  { input = '', cwd, environment = {}, detached = false }: RunOptions = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...environment }, detached });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('error', (error) => resolve({ code: undefined, output, errors: error.message }));
    child.on('close', (code) => resolve({ code: code ?? undefined, output, errors }));
    child.stdin.on('error', () => undefined); // it was not there, or did not want to listen: its code says so
    child.stdin.end(input);
  });
}
