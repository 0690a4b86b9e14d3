import {
  addresses,
  choice,
  duration,
  flag,
  integer,
  neededWith,
  optional,
  port,
  ratio,
  text,
  url,
} from '@tradewind/config';
import { EVENT_RELATIONS, SAMPLERS, TRACE_FORMATS } from '@tradewind/observability';

/** What every process is told. */
export const baseSettings = {
  version: text('SERVICE_VERSION', 'Shown in traces and to operators.', '0.1.0'),
  listenHost: text('LISTEN_HOST', 'Address to listen on.', '0.0.0.0'),
  adminPort: port('ADMIN_PORT', 'Health, metrics and policies, for the platform only.', 9_100),
  sharedPorts: flag(
    'SHARED_PORTS',
    'A successor may listen on the same ports while the process ends: one machine, Linux.',
    false,
  ),
  logLevel: choice(
    'LOG_LEVEL',
    ['trace', 'debug', 'info', 'warn', 'error'],
    'Lines below it are left out.',
    'info',
  ),
  mode: choice(
    'MODE',
    ['demo', 'production'],
    'Faults and the demo operator exist in demo mode only.',
    'production',
  ),
  failpoints: flag(
    'FAILPOINTS',
    'Tests may kill and delay the process at named places; demo mode only.',
    false,
  ),
  failpointsFile: optional(
    text('FAILPOINTS_FILE', 'What is armed when the process starts (JSON), once: it is removed when read.'),
  ),
  tracesUrl: optional(
    url('TRACES_URL', 'Where spans are sent, such as http://localhost:4318/v1/traces; without it none are.'),
  ),
  tracesFormat: choice('TRACES_FORMAT', TRACE_FORMATS, 'OTLP/HTTP as JSON, or Zipkin version 2.', 'otlp'),
  tracesSampler: choice('TRACES_SAMPLER', SAMPLERS, 'How new traces are chosen to be recorded.', 'rate'),
  tracesPerSecond: integer(
    'TRACES_PER_SECOND',
    'rate: new traces recorded in one second; adaptive: failed ones, and slow ones.',
    25,
  ),
  tracesShare: ratio(
    'TRACES_SHARE',
    'probability: share of all traces; adaptive: share of the ordinary ones.',
    0.05,
  ),
  tracesEvents: choice(
    'TRACES_EVENTS',
    EVENT_RELATIONS,
    'Handling an event is a child of its cause, or a trace with a link to it.',
    'parent',
  ),
  tracesUnfinished: flag(
    'TRACES_UNFINISHED',
    'Long spans are sent also while they run; the receiver must know them by their id.',
    false,
  ),
  databaseWait: duration(
    'DATABASE_WAIT_MS',
    'How long a start waits for its database to be there and migrated.',
    60_000,
  ),
  drain: duration('DRAIN_MS', 'Time for calls that run when the process is asked to stop.', 4_000),
};

/** What a process with a gRPC server is told besides. */
export const grpcSettings = {
  grpcPort: port('GRPC_PORT', 'The gRPC server.', 9_090),
};

/** What an edge, a process with an HTTP server, is told besides. */
export const httpSettings = {
  httpPort: port('HTTP_PORT', 'The HTTP server.', 8_080),
};

const eventLog = choice('EVENT_LOG', ['postgres', 'kafka'], 'What carries the events.', 'postgres');

/** Where the event log is. */
export const eventLogSettings = {
  eventLog,
  eventLogUrl: neededWith(url('EVENT_LOG_URL', 'The database of the event log.'), eventLog, 'postgres'),
  kafkaBrokers: neededWith(
    addresses('KAFKA_BROKERS', 'Some of the brokers; they know the others.'),
    eventLog,
    'kafka',
  ),
  kafkaNamespace: optional(
    text('KAFKA_NAMESPACE', 'Put before topics and groups: several systems can share a cluster.'),
  ),
};

/** What a process that publishes or listens is told besides. */
export const eventBusSettings = {
  ...eventLogSettings,
  gather: duration(
    'OUTBOX_GATHER_MS',
    'How long events gather before they are published together, when many come.',
    20,
  ),
  poll: duration('OUTBOX_POLL_MS', 'How often the relay looks without being woken.', 1_000),
  outboxKeep: duration(
    'OUTBOX_KEEP_MS',
    'How long a published event stays in the outbox: one day.',
    24 * 60 * 60_000,
  ),
  inboxKeep: duration(
    'INBOX_KEEP_MS',
    'How long a handled event is remembered, longer than it may be delivered again: seven days.',
    7 * 24 * 60 * 60_000,
  ),
};
