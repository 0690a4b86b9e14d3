export { LOG_LEVELS, type LogFilter, type LogLevel, type LogLine } from './log-memory.ts';
export { createLogger, recentLogs, type Logger } from './logger.ts';
export { metrics, type Metrics } from './metrics.ts';
export { rateLimitedSampler } from './rate-limited-sampler.ts';
export {
  currentTraceId,
  currentTraceparent,
  inSpan,
  linkTo,
  withTraceparent,
  withoutTracing,
  type SpanOptions,
} from './spans.ts';
export { startTracing, type Tracing, type TracingOptions } from './start-tracing.ts';
