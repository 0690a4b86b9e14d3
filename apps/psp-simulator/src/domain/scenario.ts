/** How the provider behaves for one source of money. All times in milliseconds. */
export interface Scenario {
  charge: 'authorized' | 'failed' | 'processing';
  failureCode?: string;
  /** The first answer comes so late. */
  answerAfter?: number;
  /** The first answer is lost: the connection is destroyed when it should come. */
  loseAnswer?: boolean;
  /** The first request with a key is answered 500, and nothing has happened. */
  refuseOnce?: boolean;
  /** Every request is cut off before anything happens. */
  unreachable?: boolean;
  /** A charge in processing is authorized so long after the request. */
  succeedsAfter?: number;
}

/** The test sources, after the test cards of real providers. */
const SCENARIOS: Readonly<Record<string, Scenario>> = {
  tok_ok: { charge: 'authorized' },
  tok_declined: { charge: 'failed', failureCode: 'card_declined' },
  tok_insufficient_funds: { charge: 'failed', failureCode: 'insufficient_funds' },
  tok_slow: { charge: 'authorized', answerAfter: 3_000 },
  tok_error_once: { charge: 'authorized', refuseOnce: true },
  tok_lost_answer: { charge: 'authorized', loseAnswer: true },
  tok_late_success: { charge: 'processing', answerAfter: 6_000, loseAnswer: true, succeedsAfter: 8_000 },
  tok_unavailable: { charge: 'authorized', unreachable: true },
};

/** Undefined: the provider does not know the source. */
export function scenarioOf(source: string): Scenario | undefined {
  return Object.hasOwn(SCENARIOS, source) ? SCENARIOS[source] : undefined;
}
