import { createServer, type AddressInfo } from 'node:net';

/** So many ports of this machine that are free at this moment. */
export async function freePorts(amount: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: amount }, listen));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listen(): Promise<ReturnType<typeof createServer>> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
