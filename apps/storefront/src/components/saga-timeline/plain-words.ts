import type { Attempt } from './attempts.ts';

type Sentence = Partial<Record<Attempt['outcome'], string>> & { planned: string };

const runs: Record<string, Sentence> = {
  'open-order': { planned: 'Write down your order', succeeded: 'We wrote down your order.' },
  'reserve-stock': {
    planned: 'Set your items aside',
    running: 'Setting your items aside in the warehouse.',
    succeeded: 'Your items are set aside.',
    failed: 'Not everything was in stock.',
    retrying: 'The warehouse did not answer. We are asking again.',
  },
  'authorize-payment': {
    planned: 'Ask your bank',
    running: 'Asking your bank for the payment.',
    succeeded: 'Your bank approved the payment.',
    failed: 'The payment was not approved.',
    retrying: 'Your bank did not answer. We are asking again; you are charged once at most.',
  },
  'capture-payment': {
    planned: 'Take the payment',
    running: 'Taking the payment.',
    succeeded: 'The payment went through.',
    failed: 'The payment could not be taken.',
    retrying: 'The payment is taking longer. We are trying again; you are charged once at most.',
    parked: 'The payment needs a person to look at it. We keep your items for you.',
  },
  'commit-stock': {
    planned: 'Pack your items',
    running: 'Handing your items to the packers.',
    succeeded: 'Your items are yours and being packed.',
    retrying: 'The warehouse did not answer. We are asking again.',
    parked: 'The warehouse needs a person to look at this. Your items are still yours.',
  },
  'confirm-order': {
    planned: 'Confirm your order',
    running: 'Confirming your order.',
    succeeded: 'Your order is confirmed.',
  },
  'refund-payment': {
    planned: 'Return your money',
    running: 'Returning your money.',
    succeeded: 'Your money is on its way back.',
    retrying: 'Returning your money takes longer. We are trying again.',
    parked: 'Returning your money needs a person. It will come back to you.',
  },
  'return-stock': {
    planned: 'Put the items back',
    running: 'Putting the items back on the shelf.',
    succeeded: 'The items are back on the shelf.',
    retrying: 'Putting the items back takes longer. We are trying again.',
  },
  'cancel-order': { planned: 'Cancel the order', succeeded: 'The order is cancelled.' },
};

const undoes: Record<string, Sentence> = {
  'reserve-stock': {
    planned: 'Put the items back',
    running: 'Putting the items back on the shelf.',
    succeeded: 'The items are back on the shelf.',
    retrying: 'Putting the items back takes longer. We are trying again.',
  },
  'authorize-payment': {
    planned: 'Release the payment',
    running: 'Telling your bank that nothing is due.',
    succeeded: 'Your bank released the amount. You were not charged.',
    retrying: 'Your bank did not answer. We keep telling it that nothing is due.',
    parked: 'Releasing the amount needs a person. You will not be charged.',
  },
  'capture-payment': { planned: 'Return your money', succeeded: 'Your money is on its way back.' },
  'open-order': { planned: 'Close the order', succeeded: 'The order is closed.' },
};

const general: Record<Attempt['outcome'], string> = {
  running: 'We are working on it.',
  succeeded: 'Done.',
  failed: 'This did not work.',
  retrying: 'This takes longer. We are trying again.',
  parked: 'A person is looking at this.',
  resolved: 'A person has settled this.',
};

/** What happened, for a shopper. */
export function sentenceFor(attempt: Attempt): string {
  const table = attempt.direction === 'undo' ? undoes : runs;
  return table[attempt.step]?.[attempt.outcome] ?? general[attempt.outcome];
}

/** A step that is still to come. */
export function plannedWords(step: string): string {
  return runs[step]?.planned ?? step;
}

/** Lanes as a shopper would name them. */
export const plainLanes: Record<string, string> = {
  order: 'Your order',
  inventory: 'Warehouse',
  payment: 'Payment',
  provider: 'Your bank',
};
