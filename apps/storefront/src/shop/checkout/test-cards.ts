/** A token of the payment simulator, as a card to try. */
export interface TestCard {
  token: string;
  name: string;
  /** What will happen, in one sentence. */
  outcome: string;
}

export const testCards: TestCard[] = [
  { token: 'tok_ok', name: 'Works', outcome: 'The bank approves at once and the order is confirmed.' },
  { token: 'tok_declined', name: 'Declined', outcome: 'The bank refuses; your items go back on the shelf.' },
  {
    token: 'tok_insufficient_funds',
    name: 'Not enough money',
    outcome: 'The account cannot cover it; the order is rejected and nothing is charged.',
  },
  {
    token: 'tok_slow',
    name: 'Slow bank',
    outcome: 'The answer takes three seconds, then the order is confirmed.',
  },
  {
    token: 'tok_error_once',
    name: 'Fails once',
    outcome: 'The first try breaks at the bank; the second one works.',
  },
  {
    token: 'tok_lost_answer',
    name: 'Lost answer',
    outcome: 'The bank approves but its answer gets lost; you are still charged only once.',
  },
  {
    token: 'tok_late_success',
    name: 'Late answer',
    outcome: 'The bank answers after we stopped waiting; the order is confirmed, or the money comes back.',
  },
  {
    token: 'tok_unavailable',
    name: 'Bank unreachable',
    outcome: 'Nobody answers at the bank; after some tries the order is rejected.',
  },
];
