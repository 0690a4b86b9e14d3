/** What shoppers were told. The checkers hold the system to it. */
export interface History {
  answers: Answer[];
  cancellations: Cancellation[];
}

/** An order's request that was answered. */
export interface Answer {
  /** The shopper's e-mail address: it stands in the order and nowhere else. */
  email: string;
  key: string;
  token: string;
  status: number;
  /** Of a 2xx. */
  orderId: string | undefined;
  /** The state it told, of a 2xx. */
  state: string | undefined;
  /** The code of a refusal. */
  code: string | undefined;
}

/** A cancellation that was accepted. */
interface Cancellation {
  orderId: string;
}
