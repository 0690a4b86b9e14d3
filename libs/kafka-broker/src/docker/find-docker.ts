import { runProgram } from '../run-program.ts';

/** An engine that does not answer in this time is as good as none. Milliseconds. */
const LIMIT = 2_000;

export async function findDocker(): Promise<boolean> {
  const { code, output } = await runProgram('docker', ['info', '--format', '{{.ServerVersion}}'], {
    limit: LIMIT,
  });
  return code === 0 && /^\d/.test(output.trim());
}
