import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabase } from '../src/index.ts';
import { createReachable } from '../src/reachable.ts';
import { freshDatabase } from './fresh-database.ts';

let test: Awaited<ReturnType<typeof freshDatabase>>;
let silent: Server;

beforeAll(async () => {
  test = await freshDatabase();
  silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
}, 30_000);
afterAll(async () => {
  silent.close();
  await test.drop();
});

describe('a database is reachable', () => {
  it('while it takes connections, also when all of the pool are in use', async () => {
    const database = createDatabase({ url: test.url, service: 'database-test', connections: 1 });
    const client = await database.pool.connect();
    await createReachable(test.url)();
    client.release();
    await database.close();
  });

  it('not when nobody listens, when a password is wrong, or when there is no answer', async () => {
    const silentUrl = `postgres://a:b@127.0.0.1:${(silent.address() as AddressInfo).port}/c`;
    const wrong = new URL(test.url);
    wrong.password = 'guessed';
    for (const url of ['postgres://a:b@127.0.0.1:1/c', wrong.href, silentUrl])
      await expect(createReachable(url)(), url).rejects.toThrow('takes no connections');
  });

  it('asks once for many who want to know', async () => {
    let connections = 0;
    const counting = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => counting.listen(0, '127.0.0.1', resolve));
    const ask = createReachable(`postgres://a:b@127.0.0.1:${(counting.address() as AddressInfo).port}/c`);
    const answers = await Promise.allSettled([ask(), ask(), ask()]);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(connections).toBe(1);
    counting.close();
  });
});
