import { milliseconds, percent, PROCESSES, RESILIENCE, SAGAS } from './amounts.ts';
import type { FaultKind } from './fault-kind.ts';

/** The faults of a service's calls. Of services that shoppers notice more is said than in general. */
export const callKinds = {
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
        expect: 'Orders wait and are tried again; when it lasts they are turned back, and nobody has paid.',
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
} as const satisfies Record<string, FaultKind>;
