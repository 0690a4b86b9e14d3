import type { OrderStatus } from '../../api/orders.ts';

interface StatusWords {
  /** One word or two, for lists. */
  short: string;
  /** A whole sentence, announced when it changes. */
  sentence: string;
  tone: 'busy' | 'good' | 'bad' | 'neutral';
}

export const statusWords: Record<OrderStatus, StatusWords> = {
  pending: {
    short: 'Being placed',
    sentence: 'We are placing your order. This page follows along; you may also leave and come back.',
    tone: 'busy',
  },
  confirmed: { short: 'Confirmed', sentence: 'Your order is confirmed. We are packing it.', tone: 'good' },
  rejected: { short: 'Not placed', sentence: 'This order could not be placed.', tone: 'bad' },
  cancelled: { short: 'Cancelled', sentence: 'This order is cancelled.', tone: 'neutral' },
  shipped: { short: 'Shipped', sentence: 'Your order is on its way.', tone: 'good' },
};
