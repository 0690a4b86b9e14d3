import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Stands between one client and its server, on this machine. */
export interface Proxy {
  port: number;
  /** Nothing passes until `resume`; the connections stay, as when a process is paused. */
  stall(): void;
  resume(): void;
  /** The next answer does not arrive: the connection ends instead. */
  loseAnswer(): void;
  /** The next answer is rubbish behind its first eight bytes. */
  garbleAnswer(): void;
  /** All connections end. */
  cut(): void;
  close(): Promise<void>;
}

type Mischief = 'lose' | 'garble' | undefined;

export async function createProxy(target: { host: string; port: number }): Promise<Proxy> {
  const sockets = new Set<Socket>();
  let stalled = false;
  let mischief: Mischief;

  function join(client: Socket): void {
    const server = connect(target);
    const end = (): void => [client, server].forEach((socket) => socket.destroy());
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', end).on('close', () => {
        sockets.delete(socket);
        end();
      });
      if (stalled) socket.pause();
    }
    client.on('data', (chunk) => server.write(chunk));
    server.on('data', (chunk) => {
      const now = mischief;
      mischief = undefined;
      if (now === 'lose') end();
      else client.write(now === 'garble' ? garbled(chunk) : chunk);
    });
  }

  const proxy = createServer(join);
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: (proxy.address() as AddressInfo).port,
    stall: () => {
      stalled = true;
      sockets.forEach((socket) => socket.pause());
    },
    resume: () => {
      stalled = false;
      sockets.forEach((socket) => socket.resume());
    },
    loseAnswer: () => void (mischief = 'lose'),
    garbleAnswer: () => void (mischief = 'garble'),
    cut,
    close: async () => {
      cut();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

const garbled = (chunk: Buffer): Buffer =>
  Buffer.concat([chunk.subarray(0, 8), Buffer.alloc(Math.max(0, chunk.length - 8), 0xff)]);
