export { LOG_LEVELS, type LogFilter, type LogLevel, type LogLine } from './log-memory.ts';
export { createLogger, recentLogs, type Logger } from './logger.ts';
export { metrics, type Metrics } from './metrics.ts';
export { safeMessage } from './safe-error.ts';
export { METRICS, type MetricEntry } from './catalogue/metrics.ts';
export { ATTRIBUTES, SPANS, type AttributeEntry, type SpanEntry } from './catalogue/spans.ts';
export { EVENT_RELATIONS, inBatchSpan, inEventSpan, type EventRelation } from './event-spans.ts';
export {
  callerTraceparent,
  continuing,
  currentTraceId,
  currentTraceparent,
  inSpan,
  linkActiveSpan,
  withTraceparent,
  withoutTracing,
  type SpanOptions,
} from './spans.ts';
export {
  startTracing,
  TRACE_FORMATS,
  type TraceFormat,
  type Tracing,
  type TracingOptions,
} from './start-tracing.ts';
export { SAMPLERS } from './tracing/recording.ts';
