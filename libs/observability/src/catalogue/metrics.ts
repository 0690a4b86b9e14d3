export interface MetricEntry {
  name: string;
  kind: 'counter' | 'gauge' | 'histogram';
  unit: string;
  /** Its labels, and the values that each can have. Never an id, and nothing that a person wrote. */
  labels: Record<string, string>;
  /** What the code says where it is declared. */
  meaning: string;
  /** Why it is not to be seen on a quiet day. */
  onlyWhen?: string;
}

const METHOD = 'full name of the gRPC method';
const TYPE = 'type of the event';
const DIRECTION = 'received, sent';
const HTTP = { method: 'GET, POST, …', route: 'template of the path' };

/** Every metric that a process shows under `/metrics`. Checked against the code and against a running system. */
export const METRICS: readonly MetricEntry[] = [
  counter('process_cpu_seconds_total', 's', {}, 'CPU time of the process.'),
  gauge('process_resident_memory_bytes', 'bytes', {}, 'Resident memory of the process.'),
  gauge('process_uptime_seconds', 's', {}, 'Time since the process began.'),

  histogram('http_server_seconds', { ...HTTP, status: '200, …' }, 'Duration of an answered request.'),
  gauge('http_server_active', 'requests', {}, 'Requests that are being answered.'),
  counter(
    'http_server_bytes_total',
    'bytes',
    { ...HTTP, direction: DIRECTION },
    'Bytes of bodies, received and sent.',
  ),

  histogram(
    'rpc_server_seconds',
    { method: METHOD, code: 'OK, or the code of the error' },
    'Duration of a served call.',
  ),
  gauge('rpc_server_active', 'calls', {}, 'Calls that are being served.'),
  counter(
    'rpc_server_bytes_total',
    'bytes',
    { method: METHOD, direction: DIRECTION },
    'Bytes of messages, received and sent by servers.',
  ),
  histogram(
    'rpc_client_seconds',
    { peer: 'name of the policy', method: METHOD, code: 'OK, or the code of the error' },
    'Duration of an attempt of a call.',
  ),
  counter(
    'rpc_client_bytes_total',
    'bytes',
    { method: METHOD, direction: DIRECTION },
    'Bytes of messages, received and sent by clients.',
  ),

  histogram(
    'use_case_seconds',
    { name: 'class of the command or query', outcome: 'ok, or the code of the error' },
    'Duration of a use case.',
  ),

  histogram('database_statement_seconds', { statement: 'name of the statement' }, 'Duration of a statement.'),
  gauge('database_pool_waiting', 'statements', {}, 'Statements that wait for a connection.'),

  counter('events_published_total', 'events', { type: TYPE }, 'Events that the relay handed to the log.'),
  histogram('outbox_delay_seconds', {}, 'Time from an event to its publication.'),
  counter(
    'events_handled_total',
    'events',
    { type: TYPE, outcome: 'ok, retried, failed, deferred, parked' },
    'Events handled, by type and outcome.',
  ),
  histogram('event_lag_seconds', {}, 'Time from an event to the end of its handling.'),
  gauge(
    'dead_letters',
    'events',
    { state: 'waiting, parked' },
    'Events that could not be handled yet, by state.',
  ),
  counter(
    'messaging_rows_removed_total',
    'rows',
    { table: 'outbox, inbox' },
    'Old rows that were removed.',
    'rows are older than a day',
  ),
  counter(
    'read_model_jobs_total',
    'jobs',
    { model: 'name', kind: 'rebuild, verification', outcome: 'done, failed' },
    'Rebuilds and verifications, by outcome.',
    'a rebuild or a comparison has been asked for',
  ),

  histogram(
    'saga_step_seconds',
    { step: 'name of the action', outcome: 'ok, failed' },
    'Duration of an action of a saga.',
  ),
  counter(
    'saga_ended_total',
    'sagas',
    { definition: 'name of the saga', state: 'done, parked' },
    'Sagas that came to rest.',
  ),
  gauge('saga_active', 'sagas', {}, 'Sagas that this process works on.'),
  gauge(
    'saga_unknown_definition',
    'sagas',
    { definition: 'name of the saga', version: 'its version' },
    'Sagas on their way of a version that this process does not know; another process must take them up.',
    'two versions of the service run side by side',
  ),
  counter('idempotency_keys_removed_total', 'keys', {}, 'Idempotency keys whose time was over.'),

  counter('payment_webhooks_total', 'webhooks', { outcome: 'what it meant' }, 'Webhooks by what they meant.'),

  counter(
    'resilience_calls_total',
    'calls',
    { policy: 'name of the policy', outcome: 'ok, or the code of the error' },
    'Calls by policy and outcome.',
  ),
  counter(
    'resilience_retries_total',
    'attempts',
    { policy: 'name of the policy' },
    'Attempts after the first.',
    'a call had to be tried again',
  ),
  gauge(
    'resilience_breaker_state',
    '0, 1, 2',
    { policy: 'name of the policy' },
    '0 closed, 1 half-open, 2 open.',
    'a breaker has changed its state',
  ),
  counter(
    'resilience_breaker_changes_total',
    'changes',
    { policy: 'name of the policy', state: 'closed, half-open, open', reason: 'why it opened or closed' },
    'Changes of state of circuit breakers.',
    'a breaker has changed its state',
  ),
  counter(
    'resilience_retries_refused_total',
    'attempts',
    { policy: 'name of the policy' },
    'Retries that the retry budget did not allow.',
    'a dependency fails for so long that the budget is used up',
  ),
  counter(
    'resilience_hedges_total',
    'calls',
    { policy: 'name of the policy' },
    'Second copies of slow reads.',
    'a policy hedges its reads',
  ),
  counter(
    'resilience_rate_limit_total',
    'calls',
    { limit: 'name of the limit', outcome: 'allowed, refused, unshared' },
    'Calls that were counted, by limit and outcome.',
  ),
  gauge(
    'resilience_concurrency_limit',
    'calls',
    { shedder: 'name of the load shedder' },
    'Calls that may run at the same time.',
  ),
  counter(
    'resilience_shed_total',
    'calls',
    { shedder: 'name of the load shedder', priority: 'critical, normal, low' },
    'Calls that were refused because of the load.',
    'there is more to do than can be done',
  ),
  counter(
    'resilience_cache_answers_total',
    'answers',
    { cache: 'name of the cache', answer: 'fresh, loaded, stale, failed' },
    'Answers of caches: fresh, loaded, stale.',
  ),

  gauge(
    'reconciliation_holds',
    '0, 1',
    { invariant: 'I1 to I12' },
    '1: the invariant holds, 0: it does not.',
  ),
  histogram('reconciliation_seconds', {}, 'Duration of a reconciliation.'),

  counter(
    'traces_spans_total',
    'spans',
    { outcome: 'sent, dropped' },
    'Spans of this process, by what became of them.',
  ),
];

type Labels = Record<string, string>;

function counter(
  name: string,
  unit: string,
  labels: Labels,
  meaning: string,
  onlyWhen?: string,
): MetricEntry {
  return { name, kind: 'counter', unit, labels, meaning, ...(onlyWhen && { onlyWhen }) };
}

function gauge(name: string, unit: string, labels: Labels, meaning: string, onlyWhen?: string): MetricEntry {
  return { name, kind: 'gauge', unit, labels, meaning, ...(onlyWhen && { onlyWhen }) };
}

function histogram(name: string, labels: Labels, meaning: string, onlyWhen?: string): MetricEntry {
  return { name, kind: 'histogram', unit: 's', labels, meaning, ...(onlyWhen && { onlyWhen }) };
}
