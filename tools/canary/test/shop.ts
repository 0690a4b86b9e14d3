import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import { stubCluster, type StubCluster } from '@tradewind/kubectl/testing';
import { createPolicy } from '@tradewind/resilience';
import { createRpcClient } from '@tradewind/rpc';
import { findPrometheus, freePorts, startBackEnd } from '@tradewind/telemetry-back-ends';
import { eventually } from '@tradewind/testing';
import { expect } from 'vitest';
import type { Badness } from './product-process.ts';

interface Addresses {
  address: string;
  metrics: string;
}

export interface TestShop {
  /** Percent of the traffic that v2 has now, and each that it had before. */
  weights(): number[];
  prometheus: { stop(): Promise<void> };
  /** Starts `npm run canary` with these arguments. */
  canary(...args: string[]): Canary;
}

interface Canary {
  output(): string;
  stop(): void;
  code: Promise<number>;
}

type OnEnd = (end: () => Promise<void> | void) => void;

const POLICY = {
  ...{ deadline: 5_000, attemptTimeout: 5_000, retry: { attempts: 1, initial: 1, maximum: 1 } },
  breaker: { failureRate: 1, minimumCalls: 1e9, window: 10_000, openFor: 1 },
  bulkhead: { limit: 1_000, queue: 0 },
};

/** Two versions of product under traffic, a real Prometheus that scrapes both, and a kubectl that moves their weights. */
export async function startShop(v2: Badness, callsPerSecond: number, onEnd: OnEnd): Promise<TestShop> {
  const found = await findPrometheus();
  if ('missing' in found) throw new Error(found.missing);
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-canary-'));
  onEnd(() => rmSync(folder, { recursive: true, force: true }));
  const versions = {
    v1: await startVersion({ failsOneIn: 0, takes: 2 }, onEnd),
    v2: await startVersion(v2, onEnd),
  };
  const file = join(folder, 'prometheus.yml');
  writeFileSync(file, scrapeConfiguration(versions));
  const [port] = await freePorts(1);
  const flags = [`--config.file=${file}`, `--storage.tsdb.path=${folder}/data`];
  const prometheus = await startBackEnd(found, {
    args: [...flags, `--web.listen-address=127.0.0.1:${port}`],
    readyUrl: `http://127.0.0.1:${port}/-/ready`,
  });
  onEnd(() => prometheus.stop());
  await eventually(async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/query?query=sum(up)`);
    expect(((await answer.json()) as { data: object }).data).toMatchObject({
      result: [{ value: [expect.any(Number), '2'] }],
    });
  });
  const cluster = stubCluster(folder, { [KEY]: virtualService }, port!);
  const seen = [0];
  const weights = (): number[] => {
    const weight = weightIn(cluster);
    if (weight !== seen.at(-1)) seen.push(weight);
    return seen;
  };
  onEnd(sendTraffic(versions, callsPerSecond, () => weights().at(-1)!));
  return { weights, prometheus, canary: (...args) => startCanary(args, cluster.environment, onEnd) };
}

async function startVersion(badness: Badness, onEnd: OnEnd): Promise<Addresses> {
  const child = fork(join(import.meta.dirname, 'product-process.ts'), [JSON.stringify(badness)]);
  onEnd(() => void child.kill('SIGKILL'));
  const [addresses] = (await once(child, 'message')) as [Addresses];
  return addresses;
}

/** With the labels that deploy/observability/kubernetes/prometheus.yml gives. */
const scrapeConfiguration = (versions: Record<string, Addresses>): string =>
  JSON.stringify({
    global: { scrape_interval: '250ms', scrape_timeout: '250ms' },
    scrape_configs: [
      {
        job_name: 'tradewind',
        static_configs: Object.entries(versions).map(([version, { metrics }]) => ({
          targets: [metrics],
          labels: { namespace: 'tradewind-mesh', service: 'product', version },
        })),
      },
    ],
  });

const KEY = 'virtualservices.networking.istio.io/product';
const to = (subset: string, weight: number) => ({ destination: { host: 'product', subset }, weight });
const virtualService = {
  spec: {
    http: [
      { name: 'search-v2', route: [to('v2', 100)] },
      { name: 'canary', route: [to('v1', 100), to('v2', 0)] },
    ],
  },
};

const weightIn = (cluster: StubCluster): number =>
  cluster.read<typeof virtualService>(KEY)!.spec.http[1]!.route[1]!.weight;

/** Splits calls exactly by the weight, as often as is said. */
function sendTraffic(
  { v1, v2 }: { v1: Addresses; v2: Addresses },
  perSecond: number,
  weight: () => number,
): () => void {
  const client = ({ address }: Addresses) =>
    createRpcClient(ProductServiceService, address, createPolicy(address, POLICY));
  const [old, fresh] = [client(v1), client(v2)];
  let owed = 0;
  const timer = setInterval(() => {
    owed += weight() / 100;
    const chosen = owed >= 1 ? fresh : old;
    if (owed >= 1) owed -= 1;
    chosen.listCategories({}).catch(() => {});
  }, 1_000 / perSecond);
  return () => {
    clearInterval(timer);
    old.close();
    fresh.close();
  };
}

function startCanary(args: string[], environment: Record<string, string>, onEnd: OnEnd): Canary {
  const main = join(import.meta.dirname, '../src/main.ts');
  const child = spawn(process.execPath, [main, ...args], { env: { ...process.env, ...environment } });
  onEnd(() => void child.kill('SIGKILL'));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const code = once(child, 'close').then(([status]) => Number(status));
  return { output: () => output, stop: () => void child.kill('SIGINT'), code };
}
