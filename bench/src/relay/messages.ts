/** How events leave the outbox. */
export type Way = 'relay' | 'poll';

/** To the writer. */
export type WriterOrder =
  | { do: 'publish' }
  | { do: 'pace'; rate: number; seconds: number }
  /** Waits until the outbox is empty, or for so many milliseconds. */
  | { do: 'drain'; within: number };

/** When COMMIT was answered, by event. */
export interface Paced {
  committed: Map<string, number>;
}

export interface Drained {
  /** Events that are in the log now, and how long that took. */
  published: number;
  milliseconds: number;
}

/** To the reader: answer when so many events were handled, or after so many milliseconds. */
export interface ReaderOrder {
  handle: number;
  within: number;
}

export interface Handled {
  /** When the handler began, by event, since the last order. */
  handled: Map<string, number>;
  milliseconds: number;
}
