import { AppError, type Clock } from '@tradewind/kernel';
import type { Policy } from '@tradewind/resilience';
import { OrderPath } from '../application/ports/order-path.ts';

interface Watched {
  policy: Policy;
  /** Milliseconds that its breaker stays open. */
  openFor: number;
}

/**
 * The order path by its circuit breakers: while one is open every new order would only wait for it and then be turned back.
 * When its time is over orders are let through again: they are the probes.
 */
export class PolicyOrderPath extends OrderPath {
  constructor(
    private readonly watched: readonly Watched[],
    private readonly clock: Clock,
  ) {
    super();
  }

  requireHealthy(): void {
    const left = Math.max(0, ...this.watched.map((it) => this.openLeft(it)));
    if (left === 0) return;
    const details = { retryAfterSeconds: Math.ceil(left / 1_000) };
    // A refusal is an answer: the caller's breaker must not open because of it.
    throw new AppError(
      'exhausted',
      'ORDER.UNAVAILABLE',
      'orders cannot be taken at the moment; nothing was ordered, and the cart is kept',
      { details, retryable: false },
    );
  }

  private openLeft({ policy, openFor }: Watched): number {
    const { state, openedAt } = policy.snapshot().policies.breaker;
    if (state !== 'open' || openedAt === null) return 0;
    return Math.max(0, Date.parse(openedAt) + openFor - this.clock.now());
  }
}
