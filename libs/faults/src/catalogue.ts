import { milliseconds, percent, PROCESSES, RESILIENCE, SAGAS } from './amounts.ts';
import { callKinds } from './call-kinds.ts';
import type { FaultKind } from './fault-kind.ts';

/** Every switch that a process can offer, by its kind. The only place that knows their texts and bounds. */
export const catalogue = {
  ...callKinds,
  'provider-unreachable': {
    ...{ group: 'provider', scope: 'system', amount: null },
    title: 'The payment provider cannot be reached',
    expect: 'Connections break before anything happens. Orders wait and are tried again; breakers open.',
    after:
      'New orders are confirmed. Who was tried too often is rejected; the provider was asked first, nobody paid.',
    pattern: 'retry, circuit breaker, compensation by the saga',
    see: RESILIENCE,
  },
  'provider-loses-answers': {
    ...{ group: 'provider', scope: 'system', amount: percent(100) },
    title: 'The payment provider loses its answers',
    expect:
      'It does what it was asked, then drops the connection. Its webhooks tell what the answers did not.',
    after: 'Whoever still waits asks once more by the same key, and is charged once.',
    pattern: 'idempotency by key, webhooks',
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
          "The provider's webhooks are refused, as too old or too young. Orders are confirmed all the same.",
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
