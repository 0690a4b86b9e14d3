import { errorCases } from './idempotency-error-cases.ts';
import { repeatCases } from './idempotency-repeat-cases.ts';
import type { Source } from './idempotency-sources.ts';

/** One request of a case. What is left out: shopper 1, a key of the case's own, a good order with `tok_ok` and `Prefer: wait`. */
export interface KeyedRequest {
  shopper?: 2;
  /** The header as it is sent; `KEY` stands for the case's own key. Null: none. */
  key?: string | null;
  token?: string;
  city?: string;
  /** What is sent instead of a good order. */
  body?: 'fields in another order' | 'without e-mail' | 'no JSON';
  /** Seconds; 0: no `Prefer`. */
  wait?: number;
  /** Sent while the one before has not been answered. */
  meanwhile?: true;
  /** What happened just before. */
  after?: 'the cart was emptied' | 'the cart was filled' | 'the order was cancelled';
  /** Another operation than placing an order. */
  operation?: 'read the orders' | 'add to the cart';
  /** The expected answer. `same`: status and body are those of the request with that number, from 1. */
  answer: { status: number; code?: string; same?: number; replayed?: boolean };
}

export interface IdempotencyCase {
  /** What we hold, in our words. */
  rule: string;
  sources: Source[];
  /** Which of them we follow where they contradict each other, or where we go our own way. */
  choice?: string;
  requests: KeyedRequest[];
  /** How many orders there are in the end, of all shoppers of the case. */
  orders: number;
}

export const idempotencyCases: IdempotencyCase[] = [...repeatCases, ...errorCases];
