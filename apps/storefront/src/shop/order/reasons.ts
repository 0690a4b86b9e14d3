interface Reason {
  /** Why, in a shopper's words. */
  why: string;
  /** What to do now. */
  next: string;
}

const reasons: Record<string, Reason> = {
  'INVENTORY.OUT_OF_STOCK': {
    why: 'Somebody else took the last piece of something in your order. You were not charged.',
    next: 'Your cart still holds everything: change the quantity or leave the missing piece out.',
  },
  'PAYMENT.DECLINED': {
    why: 'Your bank declined the payment. You were not charged.',
    next: 'Your cart is as it was. Try another card.',
  },
  'PAYMENT.INSUFFICIENT_FUNDS': {
    why: 'There was not enough money on the account. You were not charged.',
    next: 'Your cart is as it was. Try another card, or order a little less.',
  },
  'PAYMENT.UNAVAILABLE': {
    why: 'We could not reach your bank, although we tried several times. You were not charged.',
    next: 'Your cart is as it was. Try again a little later.',
  },
  'ORDER.DEADLINE_EXCEEDED': {
    why: 'Something behind the counter took too long, so we stopped before charging you.',
    next: 'Your cart is as it was. Please try again.',
  },
  'ORDER.UNAVAILABLE': {
    why: 'Something behind the counter did not work for a while, so we stopped before charging you.',
    next: 'Your cart is as it was. Please try again a little later.',
  },
  'ORDER.CANCELLED_BY_SHOPPER': {
    why: 'You cancelled this order. What was paid goes back to you.',
    next: 'Nothing more to do.',
  },
};

const unknown: Reason = {
  why: 'We could not complete this order. If anything was charged, it goes back to you by itself.',
  next: 'Your cart is as it was. Please try again.',
};

export function reasonFor(code: string): Reason {
  return reasons[code] ?? unknown;
}
