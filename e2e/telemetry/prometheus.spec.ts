import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPrometheus, freePorts, startBackEnd } from '@tradewind/telemetry-back-ends';
import { eventually } from '@tradewind/testing';
import { expect, it } from 'vitest';
import { processes } from '../support/operator.ts';
import { productsInStock, Shopper, shopUrl } from '../support/shop.ts';

const configuration = `
global: { scrape_interval: 1s, scrape_timeout: 1s }
scrape_configs:
  - job_name: tradewind
    http_sd_configs: [{ url: "${new URL('/ops/api/scrape-targets', shopUrl).href}", refresh_interval: 1s }]
`;

interface Target {
  health: string;
  lastError: string;
  labels: { service: string };
}

interface Sample {
  metric: Record<string, string>;
  value: [number, string];
}

async function ask<Data>(base: string, path: string): Promise<Data> {
  const answer = await fetch(new URL(path, base));
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { data: Data }).data;
}

const query = async (base: string, text: string): Promise<Sample[]> =>
  (await ask<{ result: Sample[] }>(base, `/api/v1/query?query=${encodeURIComponent(text)}`)).result;

it('a real Prometheus finds every process, scrapes all of them, and answers questions about orders', async ({
  skip,
  onTestFinished,
}) => {
  const found = await findPrometheus();
  if ('missing' in found) return skip(found.missing);
  const [port] = await freePorts(1);
  const base = `http://127.0.0.1:${port}`;
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-prometheus-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'prometheus.yaml');
  writeFileSync(file, configuration);
  const flags = [`--config.file=${file}`, `--storage.tsdb.path=${folder}/data`];
  const args = [...flags, `--web.listen-address=127.0.0.1:${port}`];
  const prometheus = await startBackEnd(found, { args, readyUrl: `${base}/-/ready` });
  onTestFinished(() => prometheus.stop());

  // The launcher and PostgreSQL are listed, too, but have no admin port.
  const wanted = (await processes()).map(({ name }) => name).filter((name) => !NOT_OURS.has(name));
  await eventually(
    async () => {
      const { activeTargets } = await ask<{ activeTargets: Target[] }>(base, '/api/v1/targets');
      expect(activeTargets.map(({ labels }) => labels.service).toSorted()).toEqual(wanted.toSorted());
      expect(activeTargets.filter(({ health }) => health !== 'up').map(({ lastError }) => lastError)).toEqual(
        [],
      );
    },
    { within: 20_000, every: 200 },
  );

  const orders = 'sum(saga_ended_total{definition="place-order",state="done"})';
  const [before] = await eventually(async () => {
    const samples = await query(base, orders);
    return samples.length > 0 ? samples : [{ value: [0, '0'] as [number, string] }];
  });
  const shopper = new Shopper();
  const [product] = await productsInStock(shopper);
  await shopper.add(product!.id);
  expect((await shopper.order('tok_ok')).body.status).toBe('confirmed');
  await eventually(async () => {
    const [now] = await query(base, orders);
    expect(Number(now?.value[1])).toBeGreaterThan(Number(before!.value[1]));
    const [p99] = await query(
      base,
      'histogram_quantile(0.99, sum by (le) (http_server_seconds_bucket{service="gateway"}))',
    );
    expect(Number(p99?.value[1])).toBeGreaterThan(0);
    const spread = await query(base, 'sum by (service) (rpc_server_bytes_total{direction="sent"})');
    expect(spread.map(({ metric }) => metric['service'])).toEqual(expect.arrayContaining(['order', 'cart']));
  });
});

const NOT_OURS = new Set(['launcher', 'postgresql', 'kafka']);
