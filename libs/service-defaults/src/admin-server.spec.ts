import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createCallFaults, createFaults } from '@tradewind/faults';
import { createRateLimiter } from '@tradewind/resilience';
import { AppError } from '@tradewind/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLogger } from '@tradewind/observability';
import { startAdminServer } from './admin-server.ts';
import { faultRoutes } from './fault-routes.ts';
import { logRoutes } from './log-routes.ts';

let server: Server;
let base: string;
let trouble: Error | undefined;

const faults = createFaults();

beforeAll(async () => {
  faults.enable('shop');
  createCallFaults(faults);
  server = await startAdminServer({
    listen: { host: '127.0.0.1', port: 0 },
    ...{ service: 'shop', version: '1.2.3' },
    ready: async () => {
      if (trouble) throw trouble;
    },
    routes: [
      ...faultRoutes(faults),
      ...logRoutes(),
      {
        method: 'POST',
        path: '/broken',
        handle: () => {
          throw new AppError('internal', 'X', 'it broke');
        },
      },
    ],
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

async function ask(path: string, method = 'GET', body?: unknown): Promise<{ status: number; body: unknown }> {
  const response = await fetch(base + path, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

describe('the admin port', () => {
  it('lives, also when it cannot serve', async () => {
    trouble = new Error('the database is away');
    expect(await ask('/health/live')).toEqual({ status: 200, body: { status: 'live' } });
    expect(await ask('/health/ready')).toEqual({
      status: 503,
      body: { status: 'not ready', reason: 'the database is away' },
    });
    trouble = undefined;
    expect(await ask('/health/ready')).toEqual({ status: 200, body: { status: 'ready', pid: process.pid } });
  });

  it('tells who it is, what it uses and what its policies do', async () => {
    expect((await ask('/info')).body).toMatchObject({ name: 'shop', version: '1.2.3', pid: process.pid });
    expect((await ask('/resilience')).body).toEqual(expect.any(Array));
    createRateLimiter({ name: 'search', algorithm: 'token-bucket', limit: 5, window: 1_000 });
    expect((await ask('/resilience/guards')).body).toContainEqual(
      expect.objectContaining({ kind: 'rate-limit', name: 'search', limit: 5, refused: 0 }),
    );
    const response = await fetch(`${base}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('process_resident_memory_bytes');
  });

  it('switches faults, and says so', async () => {
    const on = await ask('/faults/shop-slow', 'PUT', { enabled: true, value: 7 });
    expect(on).toMatchObject({ status: 200, body: { name: 'shop-slow', enabled: true, value: 7 } });
    expect(((await ask('/faults')).body as object[])[0]).toMatchObject({ enabled: true });
    await ask('/faults', 'DELETE');
    expect(((await ask('/faults')).body as object[])[0]).toMatchObject({ enabled: false });
  });

  it('shows the latest lines of the log, without what may not be written', async () => {
    const logger = createLogger('shop', 'info');
    logger.info({ orderId: 'o', email: 'ada@example.com' }, 'an order came');
    logger.warn('stock is low');
    expect(await ask('/logs?limit=2')).toMatchObject({
      status: 200,
      body: [
        { level: 'warn', message: 'stock is low', service: 'shop', traceId: null, fields: {} },
        { level: 'info', message: 'an order came', fields: { orderId: 'o' } },
      ],
    });
    expect(JSON.stringify((await ask('/logs')).body)).not.toContain('ada@');
    expect((await ask('/logs?level=warn')).body).toHaveLength(1);
    expect((await ask(`/logs?traceId=${'0'.repeat(32)}`)).body).toEqual([]);
    expect((await ask('/logs?level=loud')).status).toBe(500);
  });

  it('refuses with a problem document what cannot be switched', async () => {
    expect(await ask('/faults/shop-odd', 'PUT', { enabled: true })).toMatchObject({
      status: 404,
      body: { status: 404, code: 'FAULT.UNKNOWN' },
    });
    expect(await ask('/faults/shop-slow', 'PUT', { enabled: true, value: -1 })).toMatchObject({
      status: 422,
      body: { code: 'FAULT.VALUE_OUT_OF_RANGE', errors: [{ field: 'value' }] },
    });
  });

  it('says what it does not have, and survives what breaks', async () => {
    expect((await ask('/nowhere')).status).toBe(404);
    expect((await ask('/faults', 'POST')).status).toBe(404);
    expect(await ask('/broken', 'POST')).toEqual({ status: 500, body: { error: 'it broke' } });
    expect((await ask('/health/live')).status).toBe(200);
  });
});
