import { context, propagation, trace } from '@opentelemetry/api';
import { AppError } from '@tradewind/kernel';
import { currentTraceparent, inSpan, startTracing, type TraceFormat } from '@tradewind/observability';

export interface TracedOrder {
  traceId: string;
  /** Of the trace that it is linked to. */
  linkedTraceId: string;
}

/** Makes spans of every kind by our own recorder, and sends them to `url` by our own exporter. */
export async function sendTracedOrder(url: string, format: TraceFormat): Promise<TracedOrder> {
  const tracing = startTracing({
    ...{ service: 'shop', version: '1.2.3', url, format },
    ...{ sampler: 'always', perSecond: 0, share: 1 },
  });
  const linkedTraceId = 'd'.repeat(32);
  const link = { context: { traceId: linkedTraceId, spanId: 'e'.repeat(16), traceFlags: 1 } };
  let traceparent = '';
  await inSpan('POST /api/orders', { kind: 'SERVER', links: [link] }, async (span) => {
    span.setAttributes({ 'http.route': '/api/orders', 'http.response.status_code': 201, share: 0.5 });
    traceparent = currentTraceparent()!;
    const attributes = { 'peer.service': 'payment', 'rpc.method': 'Authorize “ü” \\ "quoted"' };
    await inSpan('Authorize', { kind: 'CLIENT', attributes }, async (call) => {
      call.addEvent('retried', { attempt: 2 });
      throw new AppError('refused', 'PAYMENT.DECLINED', 'no');
    }).catch(() => {});
  });
  await tracing.shutdown();
  trace.disable();
  context.disable();
  propagation.disable();
  return { traceId: traceparent.split('-')[1]!, linkedTraceId };
}
