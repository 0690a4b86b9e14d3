import { runProgram as tryRun, type RunOptions } from '@tradewind/manifests';

export { runProgram as tryRun, type Answer } from '@tradewind/manifests';

/** Something that the user can do something about: shown without a stack. */
export class Failure extends Error {}

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
