import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from '@tradewind/testing';
import { expect, it } from 'vitest';
import { findCollector, freePorts, startBackEnd } from '../src/index.ts';
import { sendTracedOrder } from './traced-order.ts';

/** Takes OTLP over HTTP, and writes down in full what it understood. */
const configuration = (port: number): string => `
receivers: { otlp: { protocols: { http: { endpoint: "127.0.0.1:${port}" } } } }
exporters: { debug: { verbosity: detailed } }
service:
  telemetry: { metrics: { level: none } }
  pipelines: { traces: { receivers: [otlp], exporters: [debug] } }
`;

it('a real OpenTelemetry Collector understands what we send as OTLP', async ({ skip, onTestFinished }) => {
  const found = await findCollector();
  if ('missing' in found) return skip(found.missing);
  const [port] = await freePorts(1);
  const folder = mkdtempSync(join(tmpdir(), 'tradewind-collector-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'collector.yaml');
  writeFileSync(file, configuration(port!));
  const url = `http://127.0.0.1:${port}/v1/traces`;
  const collector = await startBackEnd(found, { args: ['--config', `file:${file}`], readyUrl: url });
  onTestFinished(() => collector.stop());

  const { traceId, linkedTraceId } = await sendTracedOrder(url, 'otlp');

  const said = await eventually(() => {
    const output = collector.output();
    expect(output).toContain('Span #1');
    return output;
  });
  const [call, request] = said.split('Span #').slice(-2) as [string, string];
  expect(said).toContain('service.name: Str(shop)');
  expect(said).toContain('service.version: Str(1.2.3)');
  expect(request).toMatch(new RegExp(`Trace ID\\s*: ${traceId}`));
  expect(request).toMatch(/Name\s*: POST \/api\/orders/);
  expect(request).toMatch(/Kind\s*: Server/);
  expect(request).toContain('http.response.status_code: Int(201)');
  expect(request).toContain('share: Double(0.5)');
  expect(request).toMatch(new RegExp(`Trace ID: ${linkedTraceId}`));
  const id = /\bID\s*: ([0-9a-f]{16})/.exec(request.replace(/Trace ID.*|Parent ID.*/g, ''))![1];
  expect(call).toMatch(new RegExp(`Parent ID\\s*: ${id}`));
  expect(call).toMatch(/Kind\s*: Client/);
  expect(call).toMatch(/Status code\s*: Error/);
  expect(call).toContain('rpc.method: Str(Authorize “ü” \\ "quoted")');
  expect(call).toContain('error.type: Str(PAYMENT.DECLINED)');
  expect(call).toMatch(/Name: retried/);
});
