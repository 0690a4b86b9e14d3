import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startSystem, type RunningSystem } from '@tradewind/launcher';
import type { TestOptions } from './options.ts';

interface TestSystem {
  url: string;
  /** The server's own superuser: specs make databases of their own. */
  postgresUrl: string;
  stop(): Promise<void>;
}

/** The whole system on data of its own, as `npm start` would run it; for specs alone only its PostgreSQL. */
export async function startTestSystem(workspace: string, options: TestOptions): Promise<TestSystem> {
  const port = await freePort();
  const system: RunningSystem = await startSystem({
    dataDirectory: join(workspace, 'data'),
    port,
    ...(options.journeys ? {} : { topology: { processes: [], postgresPort: 9 } }),
  });
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= system.stop());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void stop().finally(() => process.exit(130)));
  }
  return { url: system.url, postgresUrl: system.databaseUrl('postgres'), stop };
}

/** A port at which the shop and its 39 neighbours are likely free. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return Math.min(port, 65_000);
}
