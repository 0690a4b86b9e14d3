import { createServer, type AddressInfo } from 'node:net';
import { ServerCredentials, type Server } from '@grpc/grpc-js';

export interface OpenPort {
  /** Such as `127.0.0.1:8091`. */
  readonly address: string;
  /** Takes no new connections; resolves when those that are there are gone. */
  close(): Promise<void>;
}

const credentials = (): ServerCredentials => ServerCredentials.createInsecure();

/**
 * Lets the server listen on `host:port`. Shared: a successor may listen on the same port while this process ends
 * (SO_REUSEPORT, socket(7)). grpc-js has no option for that, so a listener of ours hands it the connections; `tryShutdown` does not
 * wait for those, so whoever stops the server waits for `close` besides.
 */
export async function openPort(server: Server, address: string, shared: boolean): Promise<OpenPort> {
  const [host = ''] = address.split(':');
  if (shared) return openShared(server, host, Number(address.slice(host.length + 1)));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync(address, credentials(), (error, bound) => (error ? reject(error) : resolve(bound)));
  });
  return { address: `${host}:${port}`, close: () => Promise.resolve() };
}

async function openShared(server: Server, host: string, port: number): Promise<OpenPort> {
  const injector = server.createConnectionInjector(credentials());
  const listener = createServer({ noDelay: true }, (socket) => injector.injectConnection(socket));
  await new Promise<void>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen({ host, port, reusePort: true }, resolve);
  });
  const bound = (listener.address() as AddressInfo).port;
  return {
    address: `${host}:${bound}`,
    close: () => new Promise((resolve) => void listener.close(() => resolve())),
  };
}
