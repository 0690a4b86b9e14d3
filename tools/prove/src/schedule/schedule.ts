/** One run as plain data: who buys what, and what goes wrong when. Times are milliseconds after the run's beginning. */
export interface Schedule {
  /** What it was drawn with; 0: written by hand or shrunk. */
  seed: number;
  shoppers: ShopperPlan[];
  faults: Fault[];
}

export interface ShopperPlan {
  after: number;
  /** Positions in the list of products; one that stands here twice is added to the cart twice. */
  products: number[];
  quantity: number;
  token: string;
  /** Parallel requests with one idempotency key. */
  requests: number;
  /** Seconds that a request waits for a settled order; 0 answers at once. */
  wait: number;
  /** Milliseconds after the first answer; null: never. */
  cancelAfter: number | null;
}

interface At {
  after: number;
}
interface OfProcess extends At {
  process: string;
}

export type Fault =
  /**
   * SIGKILL when the process comes by the failpoint for the `at`th time; `fromStart`: it is started anew for that, the
   * shelves are filled once more and a product is edited, for what is passed only then.
   */
  | ({ kind: 'kill-at'; failpoint: string; at: number; fromStart?: boolean } & OfProcess)
  /** The answer is lost there: `after` a commit, a call or a publication it was done all the same. */
  | ({ kind: 'fail-at'; failpoint: string; at: number; times: number } & OfProcess)
  | ({ kind: 'kill' } & OfProcess)
  /** All processes and PostgreSQL at once. */
  | ({ kind: 'kill-everything' } & At)
  /** SIGSTOP, and on after so many milliseconds: the process does not know that it slept. */
  | ({ kind: 'stand-still'; lasts: number } & OfProcess)
  /** Every event comes `copies` times, and keys overtake each other. */
  | ({ kind: 'disturb-events'; copies: number; seed: number } & At)
  /** PostgreSQL is stopped without a checkpoint, `times` times, two seconds apart; it recovers from its log. */
  | ({ kind: 'restart-database'; times: number } & At)
  /** The event log goes away and comes back: Kafka's broker is killed; on PostgreSQL its connections are cut. */
  | ({ kind: 'restart-log' } & At)
  /** The server ends all connections to one database, `times` times. */
  | ({ kind: 'cut-connections'; database: string; times: number } & At)
  /** Transactions of one database run SERIALIZABLE: under load PostgreSQL refuses some of them (40001). */
  | ({ kind: 'serializable'; database: string } & At)
  /** Somebody locks stock in the wrong order: PostgreSQL ends one of the two (40P01). */
  | ({ kind: 'deadlock' } & At)
  /** The provider's webhooks come again: twice, in any order, and some with a wrong signature. */
  | ({ kind: 'webhooks-again'; seed: number } & At)
  /** The process's clock is wrong by so many milliseconds. */
  | ({ kind: 'clock'; offset: number } & OfProcess)
  /** An event that nobody can read is in the log. */
  | ({ kind: 'poison'; type: string } & At);

export type FaultKind = Fault['kind'];
export type FaultOf<Kind extends FaultKind> = Extract<Fault, { kind: Kind }>;
