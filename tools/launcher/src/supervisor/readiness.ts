import { get } from 'node:http';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

const PROBE_EVERY = 25;
const PROBE_TIMEOUT = 1_000;

/** True once the probe says yes, false when the signal ends the waiting first. */
export async function untilReady(probe: () => Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (await probe()) return true;
    await wait(PROBE_EVERY, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

/** A probe of `GET /health/ready` on the admin port. Where ports are shared, the answer of another process does not count. */
export const httpProbe = (adminPort: number) => (pid: number | undefined) =>
  new Promise<boolean>((resolve) => {
    const options = {
      host: '127.0.0.1',
      port: adminPort,
      path: '/health/ready',
      timeout: PROBE_TIMEOUT,
      agent: false,
    };
    const request = get(options, (response) => {
      json(response).then(
        (answer) => resolve(response.statusCode === 200 && (answer as { pid?: number }).pid === pid),
        () => resolve(false),
      );
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
