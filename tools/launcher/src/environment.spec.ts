import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDataFolder } from './data-folder.ts';
import { environmentOf } from './environment.ts';
import { Secrets } from './secrets.ts';
import { portTable } from './ports.ts';
import { topology } from './topology.ts';

const folder = mkdtempSync(join(tmpdir(), 'tradewind-environment-'));
afterAll(() => rmSync(folder, { recursive: true }));

const data = openDataFolder(folder);
const table = portTable(topology);
const context = {
  data,
  secrets: new Secrets(data.secretsFile),
  ports: {
    postgres: 8089,
    kafka: { client: 8090, controller: 8110 },
    of: (process: string, kind: string) => 8080 + table.get(`${process}/${kind}`)!,
    has: (process: string, kind: string) => table.has(`${process}/${kind}`),
  },
};
const environment = (name: string, more = {}) =>
  environmentOf(
    topology.processes.find((process) => process.name === name)!,
    { ...context, ...more },
  );

test('the order service knows its ports, databases and participants, and nothing of the provider', () => {
  const order = environment('order');
  expect(order).toMatchObject({
    GRPC_PORT: '8095',
    ADMIN_PORT: '8105',
    LISTEN_HOST: '127.0.0.1',
    EVENT_LOG: 'postgres',
    PAYMENT_ADDRESS: '127.0.0.1:8094',
    INVENTORY_ADDRESS: '127.0.0.1:8092',
    TRACES_URL: 'http://127.0.0.1:8081/v1/traces',
  });
  expect(order['DATABASE_URL']).toMatch(/^postgres:\/\/order:[\w-]{32}@127\.0\.0\.1:8089\/order$/);
  expect(order['EVENT_LOG_URL']).toMatch(/^postgres:\/\/eventlog:.*\/eventlog$/);
  expect(order).not.toHaveProperty('PSP_URL');
  expect(order).not.toHaveProperty('HTTP_PORT');
});

test('with Kafka it knows brokers, and no event log in PostgreSQL', () => {
  const order = environment('order', { kafkaBrokers: '127.0.0.1:8090' });
  expect(order).toMatchObject({ EVENT_LOG: 'kafka', KAFKA_BROKERS: '127.0.0.1:8090' });
  expect(order).not.toHaveProperty('EVENT_LOG_URL');
});

test('payment and the provider share a secret and an address for webhooks', () => {
  const [payment, provider] = [environment('payment'), environment('psp-simulator')];
  expect(provider['PSP_WEBHOOK_URL']).toBe('http://127.0.0.1:8083/webhooks/psp');
  expect(payment['WEBHOOK_PORT']).toBe('8083');
  expect(payment['PSP_WEBHOOK_SECRET']).toBe(provider['PSP_WEBHOOK_SECRET']);
  expect(payment['PSP_URL']).toBe('http://127.0.0.1:8082');
});

test('the gateway has no database', () => {
  const gateway = environment('gateway');
  expect(gateway).toMatchObject({ HTTP_PORT: '8080', CONTROL_ROOM_URL: 'http://127.0.0.1:8081' });
  expect(gateway).not.toHaveProperty('DATABASE_URL');
});
