import type { Reason } from '../../domain/order.ts';

/** Why an order is cancelled; also what its saga turned back for. */
export const CANCELLED_BY_SHOPPER: Reason = {
  code: 'ORDER.CANCELLED_BY_SHOPPER',
  message: 'the shopper cancelled the order',
};

export const DEADLINE_EXCEEDED: Reason = {
  code: 'ORDER.DEADLINE_EXCEEDED',
  message: 'it took too long, nothing was charged',
};

/** A part of the shop was away for as long as an order is tried. */
export const NOBODY_ANSWERED: Reason = {
  code: 'ORDER.UNAVAILABLE',
  message: 'the order could not be worked on, nothing was charged',
};

/** How the saga is opened that cancels a confirmed order: by the request itself, or together with the confirmation. */
export const CANCELLATION = {
  definition: 'cancel-order',
  version: 1,
  firstStep: 'refund-payment',
  /** Milliseconds. */
  deadline: 60_000,
} as const;
