import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findWay, NoBrokerError } from '../src/index.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tradewind-programs-'));
  vi.stubEnv('PATH', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A program of this name that says something. */
function install(name: string, says: string): void {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${says}\n`);
  chmodSync(file, 0o755);
}
const installDocker = (): void => install('docker', 'echo 29.1.0');
const installJava = (version: string): void =>
  install('java', `echo 'openjdk version "${version}" 2026-01-01' >&2`);
const installMaven = (): void => install('mvn', 'echo Apache Maven 3.9.9');

/** Answers anything with anything. */
async function withServer(work: (port: number) => Promise<void>): Promise<void> {
  const server = createServer((socket) => socket.once('data', () => socket.end('x')));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  await work((server.address() as AddressInfo).port).finally(() => server.close());
}

describe.skipIf(process.platform === 'win32')('the way to a broker', () => {
  it('is the broker that is given, before all others', async () => {
    installDocker();
    await withServer(async (port) => {
      const brokers = `127.0.0.1:${port}`;
      expect(await findWay({ KAFKA_BROKERS: brokers })).toEqual({ kind: 'given', brokers });
      const several = `127.0.0.1:1,${brokers}`;
      expect(await findWay({ KAFKA_BROKERS: several })).toEqual({ kind: 'given', brokers: several });
    });
  });

  it.each(['127.0.0.1:1', 'no port', 'a:b'])(
    'is none when %s was given and does not answer',
    async (brokers) => {
      installDocker();
      await expect(findWay({ KAFKA_BROKERS: brokers })).rejects.toThrow(
        `no broker answers at KAFKA_BROKERS=${brokers}`,
      );
    },
  );

  it('is Docker when an engine answers, Java when none does', async () => {
    installJava('21.0.2');
    installMaven();
    installDocker();
    expect(await findWay({})).toEqual({ kind: 'docker' });
    install('docker', 'echo Cannot connect to the Docker daemon >&2; exit 1');
    expect(await findWay({})).toEqual({ kind: 'java', java: { version: '21.0.2' } });
  });

  it('is not an engine that lets one wait', async () => {
    install('docker', 'exec /bin/sleep 30');
    const began = performance.now();
    await expect(findWay({})).rejects.toThrow(NoBrokerError);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is named when there is none, with what is missing and the three ways to get one', async () => {
    await expect(findWay({})).rejects.toThrow(
      /KAFKA_BROKERS is not set; no Docker engine answers; no Java[^]*Docker engine[^]*Java 17/,
    );
    installJava('11.0.2');
    await expect(findWay({})).rejects.toThrow('Java 11.0.2 is older than 17');
    installJava('17.0.1');
    await expect(findWay({})).rejects.toMatchObject({
      line: expect.stringMatching(/no Maven.*set KAFKA_BROKERS[^\n]*$/),
    });
  });
});
