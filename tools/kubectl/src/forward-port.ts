import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { KubectlError, type Kubectl } from './kubectl.ts';

export interface ForwardedPort {
  /** On 127.0.0.1. */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Leads a free port of this machine to one in the cluster, until it is closed.
 * @param resource such as `service/prometheus`
 * @throws KubectlError when kubectl cannot, or says nothing for 15 s
 */
export async function forwardPort(
  { place }: Kubectl,
  resource: string,
  port: number,
): Promise<ForwardedPort> {
  const args = [...place, 'port-forward', '--address=127.0.0.1', resource, `:${port}`];
  const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'close').catch(() => {});
  const close = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  try {
    return { port: await readPort(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

function readPort(child: ReturnType<typeof spawn>): Promise<number> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => fail('kubectl port-forward says nothing'), 15_000);
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new KubectlError(`${why}\n${said}`.trim()));
    };
    const read = (chunk: unknown): void => {
      said += String(chunk);
      const [, local] = /Forwarding from 127\.0\.0\.1:(\d+)/.exec(said) ?? [];
      if (!local) return;
      clearTimeout(timer);
      resolve(Number(local));
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.on('error', ({ message }) => fail(message));
    child.on('close', () => fail('kubectl port-forward ended'));
  });
}
