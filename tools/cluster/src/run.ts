import { spawn } from 'node:child_process';

export interface RunOptions {
  input?: string;
  cwd?: string;
  environment?: Record<string, string>;
}

/** Something that the user can do something about: shown without a stack. */
export class Failure extends Error {}

export interface Answer {
  /** Undefined when the program could not be started. */
  code: number | undefined;
  output: string;
  errors: string;
}

/** Runs a program to its end and answers what it said. Never rejects. */
export function tryRun(
  command: string,
  args: readonly string[],
  { input = '', cwd, environment = {} }: RunOptions = {},
): Promise<Answer> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...environment } });
    let [output, errors] = ['', ''];
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (errors += chunk));
    child.on('error', (error) => resolve({ code: undefined, output, errors: error.message }));
    child.on('close', (code) => resolve({ code: code ?? undefined, output, errors }));
    child.stdin.on('error', () => undefined); // it did not want to listen: its code says so
    child.stdin.end(input);
  });
}

/** Runs a program to its end. @returns what it wrote @throws Failure with its last words when it fails */
export async function run(command: string, args: readonly string[], options?: RunOptions): Promise<string> {
  const { code, output, errors } = await tryRun(command, args, options);
  if (code === 0) return output;
  const said = (errors.trim() || output.trim()).slice(-2_000);
  throw new Failure(`${command} ${args.slice(0, 6).join(' ')} failed (${code ?? 'not started'}):\n${said}`);
}

/** Asks until the answer is true. @throws Failure when it is not within `seconds` */
export async function until(what: string, seconds: number, ask: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await ask())) {
    if (Date.now() > end) throw new Failure(`${what}: not so within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
