// Imported before the program (--import): OpenTelemetry's auto-instrumentation as its documentation sets it up.
import { register } from 'node:module';
import type { Pair } from './modes.ts';

const { mode, sink } = JSON.parse(process.argv[2]!) as Pair;
if (mode.kind === 'auto' && mode.share !== null) {
  Object.assign(process.env, {
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: sink,
    OTEL_TRACES_SAMPLER: 'parentbased_traceidratio',
    OTEL_TRACES_SAMPLER_ARG: String(mode.share),
    OTEL_METRICS_EXPORTER: 'none',
    OTEL_LOGS_EXPORTER: 'none',
  });
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  const { NodeSDK } = await import('@opentelemetry/sdk-node');
  const { getNodeAutoInstrumentations } = await import('@opentelemetry/auto-instrumentations-node');
  new NodeSDK({ instrumentations: [getNodeAutoInstrumentations()] }).start();
}
