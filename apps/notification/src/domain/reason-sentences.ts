const SENTENCES: Record<string, string> = {
  'INVENTORY.OUT_OF_STOCK': 'Something in it was sold out before we could set it aside for you.',
  'INVENTORY.UNKNOWN_PRODUCT': 'Something in it is no longer in our shop.',
  'PAYMENT.DECLINED': 'Your payment was declined. Your bank can tell you why; another card may work.',
  'PAYMENT.INSUFFICIENT_FUNDS': 'There was not enough money on the card. Another card may work.',
  'PAYMENT.UNAVAILABLE':
    'The payment service could not be reached in time. Please try again in a few minutes.',
  'ORDER.DEADLINE_EXCEEDED': 'Something on our side took too long, so we stopped before charging you.',
  'ORDER.CANCELLED_BY_SHOPPER': 'You asked us to cancel it.',
};

/** Why, in words a shopper understands. A code that is not known here says nothing to a shopper: it is never shown. */
export function reasonSentence(code: string): string {
  return SENTENCES[code] ?? 'Something went wrong on our side, and we are sorry for it.';
}
