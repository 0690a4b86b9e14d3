import { createServer } from 'node:net';

const FIRST = 18_000;
const BLOCK = 60;
let next = process.pid % 30;

/** A port at which a shop and its neighbours are likely free. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + (next++ % 30) * BLOCK;
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
