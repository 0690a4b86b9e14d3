import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Sink {
  url: string;
  /** Requests with spans so far: without any, nothing was measured. */
  received(): number;
  close(): void;
}

/** Takes spans, and forgets them. */
export async function startSink(): Promise<Sink> {
  let received = 0;
  const server = createServer((request, response) => {
    received++;
    request
      .resume()
      .on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1/traces`,
    received: () => received,
    close: () => void server.close(),
  };
}
