import { eventually } from '@tradewind/testing';
import { expect, it } from 'vitest';
import { findZipkin, freePorts, startBackEnd } from '../src/index.ts';
import { sendTracedOrder } from './traced-order.ts';

interface ZipkinSpan {
  id: string;
  parentId?: string;
  name: string;
  kind?: string;
  localEndpoint: { serviceName: string };
  remoteEndpoint?: { serviceName: string };
  tags?: Record<string, string>;
  annotations?: { value: string }[];
}

it('a real Zipkin answers the trace that we send in its form', async ({ skip, onTestFinished }) => {
  const found = await findZipkin();
  if ('missing' in found) return skip(found.missing);
  const [port] = await freePorts(1);
  const base = `http://127.0.0.1:${port}`;
  const environment = { QUERY_PORT: String(port), STORAGE_TYPE: 'mem', SELF_TRACING_ENABLED: 'false' };
  const zipkin = await startBackEnd(found, { environment, readyUrl: `${base}/health` });
  onTestFinished(() => zipkin.stop());

  const { traceId } = await sendTracedOrder(`${base}/api/v2/spans`, 'zipkin');

  const spans = await eventually(async () => {
    const answer = await fetch(`${base}/api/v2/trace/${traceId}`);
    expect(answer.status).toBe(200);
    const found = (await answer.json()) as ZipkinSpan[];
    expect(found).toHaveLength(2);
    return found;
  });
  const request = spans.find(({ kind }) => kind === 'SERVER')!;
  const call = spans.find(({ kind }) => kind === 'CLIENT')!;
  // Zipkin writes the names of spans and services in small letters.
  expect(request).toMatchObject({
    name: 'post /api/orders',
    localEndpoint: { serviceName: 'shop' },
    tags: { 'http.response.status_code': '201' },
  });
  expect(request.parentId).toBeUndefined();
  expect(call).toMatchObject({
    ...{ parentId: request.id, remoteEndpoint: { serviceName: 'payment' } },
    tags: { error: 'PAYMENT.DECLINED', 'rpc.method': 'Authorize “ü” \\ "quoted"' },
    annotations: [{ value: 'retried' }],
  });
  const dependencies = await fetch(`${base}/api/v2/services`);
  expect(await dependencies.json()).toEqual(['shop']);
}, 90_000);
