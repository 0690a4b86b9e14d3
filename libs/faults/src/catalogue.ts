/** Where a switch stands on the operators' page. */
export type FaultGroup =
  'calls' | 'provider' | 'mail' | 'events' | 'databases' | 'processes' | 'certificates';

/** How much of it. */
export interface FaultAmount {
  unit: string;
  default: number;
  minimum: number;
  maximum: number;
}

/** What people are told of a switch; `{service}` stands for the process that has it. */
export interface FaultWords {
  /** What will be seen while it is on. */
  expect: string;
  /** What happens once it is off. */
  after: string;
  /** The pattern that answers it. */
  pattern: string;
  /** Where in the control room that pattern shows. */
  see: string;
}

export interface FaultKind extends FaultWords {
  group: FaultGroup;
  /** `service`: called `<service>-<kind>`, one process has it. `system`: called as the kind, thrown in all that offer it. */
  scope: 'service' | 'system';
  title: string;
  /** Null: it is on or off, and has no amount. */
  amount: FaultAmount | null;
  /** For processes of which more can be said than in general. */
  services?: Readonly<Record<string, Partial<FaultWords>>>;
}

const percent = (value: number): FaultAmount => ({ unit: '%', default: value, minimum: 1, maximum: 100 });
const milliseconds = (value: number): FaultAmount => ({
  ...{ unit: 'ms', default: value, minimum: 1, maximum: 60_000 },
});

const RESILIENCE = '/ops/resilience';
const SAGAS = '/ops/sagas';
const PROCESSES = '/ops/services';

/** Every switch that a process can offer, by its kind. The only place that knows their texts and bounds. */
export const catalogue = {
  slow: {
    ...{ group: 'calls', scope: 'service', amount: milliseconds(2_000) },
    title: '{service} answers slowly',
    expect: 'Calls wait; callers give up at the timeout of an attempt and try again within their deadline.',
    after: 'The next call is as quick as ever.',
    pattern: 'timeouts within a deadline',
    see: RESILIENCE,
    services: {
      payment: {
        expect: 'Orders take longer; from 10 s on each attempt times out and the saga tries again.',
        see: SAGAS,
      },
      inventory: {
        expect: 'Product pages come without stock (marked as degraded); orders take longer.',
        pattern: 'timeout, graceful degradation, retry by the saga',
      },
      recommendation: {
        expect: 'Product pages come without recommendations after 0.4 s, marked as degraded.',
        pattern: 'timeout, graceful degradation',
      },
    },
  },
  failing: {
    ...{ group: 'calls', scope: 'service', amount: percent(50) },
    title: '{service} fails now and then',
    expect: 'Callers try again; when most calls fail their circuit breakers open.',
    after: 'A breaker that is open lets a probe through and closes.',
    pattern: 'retry with back-off, circuit breaker',
    see: RESILIENCE,
    services: {
      payment: {
        expect: 'Authorizations are tried again by the saga: orders are confirmed later, charged once.',
        pattern: 'retry by the saga, idempotency by key, circuit breaker',
        see: SAGAS,
      },
      inventory: {
        expect:
          'Reservations are tried again: orders are confirmed a little later, nothing is reserved twice.',
        pattern: 'retry with jitter, idempotency by key',
      },
    },
  },
  down: {
    ...{ group: 'calls', scope: 'service', amount: null },
    title: '{service} is down',
    expect: 'Every call is refused, health included; the process lives. Breakers of its callers open.',
    after: 'Breakers close by a probe after 3 s; what waited goes on.',
    pattern: 'circuit breaker, readiness',
    see: RESILIENCE,
    services: {
      product: {
        expect:
          'Product pages come from a cache, marked as stale, or not at all; carts can be read, running orders go on.',
        pattern: 'circuit breaker, fallback',
      },
      recommendation: {
        expect: 'Product pages come without recommendations, marked as degraded; everything else works.',
        pattern: 'graceful degradation, circuit breaker',
      },
      payment: {
        expect: 'Orders wait and are tried again; when it lasts they are rejected with PAYMENT.UNAVAILABLE.',
        pattern: 'circuit breaker, compensation by the saga',
        see: SAGAS,
      },
      inventory: {
        expect: 'Product pages come without stock; orders are rejected when it lasts, nothing is charged.',
        pattern: 'circuit breaker, graceful degradation, compensation by the saga',
      },
      order: { expect: 'No order can be placed or read; catalogue and cart work.' },
      notification: {
        expect: 'Nothing for shoppers: mails follow the event log, nobody calls. Operators cannot list mail.',
        pattern: 'choreography by events',
        see: PROCESSES,
      },
    },
  },
  'provider-unreachable': {
    ...{ group: 'provider', scope: 'system', amount: null },
    title: 'The payment provider cannot be reached',
    expect: 'Connections break before anything happens. Orders wait, then are rejected: PAYMENT.UNAVAILABLE.',
    after: 'New orders are confirmed; the breaker closes by a probe.',
    pattern: 'retry, circuit breaker, compensation by the saga',
    see: RESILIENCE,
  },
  'provider-loses-answers': {
    ...{ group: 'provider', scope: 'system', amount: percent(100) },
    title: 'The payment provider loses its answers',
    expect: 'It does what it was asked, then drops the connection. Orders take longer, and are charged once.',
    after: 'Whoever still waits gets the answer by the same key.',
    pattern: 'idempotency by key, money that is returned',
    see: SAGAS,
  },
  'mail-down': {
    ...{ group: 'mail', scope: 'system', amount: null },
    title: 'No mail can be sent',
    expect: 'Orders are confirmed; their mails wait as letters that are tried again.',
    after: 'Each mail is sent once, within some seconds.',
    pattern: 'delayed retry of events',
    see: '/ops/dead-letters?state=waiting',
  },
  'bus-stopped': {
    ...{ group: 'events', scope: 'system', amount: null },
    title: 'The event bus takes no events',
    expect: 'Orders are confirmed; events stay in the outboxes, so mails, carts and read models lag behind.',
    after: 'The relays publish what waited, in order.',
    pattern: 'transactional outbox',
    see: '/ops/events',
  },
  'bus-duplicates': {
    ...{ group: 'events', scope: 'system' },
    amount: { unit: 'copies', default: 3, minimum: 2, maximum: 10 },
    title: 'The event bus delivers events several times',
    expect: 'Nothing that a shopper would notice: one mail, one effect.',
    after: 'Every event comes once again.',
    pattern: 'inbox',
    see: '/ops/mailbox',
  },
  poison: {
    ...{ group: 'events', scope: 'service' },
    amount: { unit: 'events', default: 1, minimum: 1, maximum: 100 },
    title: '{service} cannot digest events',
    expect: 'The next events are parked as dead letters, and later ones of their keys behind them.',
    after: 'Replay the letters: their effects come, once.',
    pattern: 'dead letters',
    see: '/ops/dead-letters',
  },
  'database-slow': {
    ...{ group: 'databases', scope: 'service', amount: milliseconds(250) },
    title: "{service}'s database is slow",
    expect:
      'Every transaction takes longer and keeps its connection: requests share statements, callers time out.',
    after: 'The next statement is as quick as ever.',
    pattern: 'deadlines, micro-batching',
    see: RESILIENCE,
  },
  'database-exhausted': {
    ...{ group: 'databases', scope: 'service', amount: percent(100) },
    title: "{service}'s database has no connection left",
    expect: 'So much of its pool is held; requests wait up to 5 s for a connection, then are refused.',
    after: 'Who waited gets a connection at once; sagas try again.',
    pattern: 'bounded waiting, retry by the saga',
    see: SAGAS,
  },
  'memory-leak': {
    ...{ group: 'processes', scope: 'service' },
    amount: { unit: 'MiB/s', default: 16, minimum: 1, maximum: 128 },
    title: '{service} leaks memory',
    expect: 'Its memory grows up to 256 MiB more, and stays there.',
    after: 'All of it is given back at once.',
    pattern: 'bounded resources, limits of the platform',
    see: PROCESSES,
  },
  'cpu-burn': {
    ...{ group: 'processes', scope: 'service' },
    amount: { unit: '%', default: 70, minimum: 1, maximum: 95 },
    title: '{service} burns CPU',
    expect:
      'Its event loop is busy for so much of the time, in slices: everything that it does takes longer.',
    after: 'Latency is back to normal at once.',
    pattern: 'timeouts, bulkheads',
    see: RESILIENCE,
  },
  'clock-skew': {
    ...{ group: 'processes', scope: 'service' },
    amount: { unit: 's', default: 3_600, minimum: -86_400, maximum: 86_400 },
    title: "{service}'s clock is wrong",
    expect: 'Its own times are off. Leases and expiry go by the clock of the database: no order is harmed.',
    after: 'Times are right again; what was written stays as it is.',
    pattern: 'one clock for leases, fencing tokens',
    see: SAGAS,
    services: {
      payment: {
        expect:
          "The provider's webhooks are refused, as too old or too young; orders are confirmed all the same.",
        after: 'The provider sends them again.',
        pattern: 'signatures with a time, webhooks that are repeated',
      },
    },
  },
  'certificate-expired': {
    ...{ group: 'certificates', scope: 'system', amount: null },
    title: 'The certificates between the processes have expired',
    expect: 'Connections are refused until new certificates are there.',
    after: 'Connections are made again.',
    pattern: 'rotation of certificates',
    see: PROCESSES,
  },
} as const satisfies Record<string, FaultKind>;

export type FaultKindName = keyof typeof catalogue;
