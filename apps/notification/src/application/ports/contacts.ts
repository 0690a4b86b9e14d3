export interface Contact {
  email: string;
  name: string;
}

/** The port to who is written to: only the order service knows. */
export abstract class Contacts {
  /** By order; unknown orders are left out. */
  abstract of(orderIds: readonly string[]): Promise<ReadonlyMap<string, Contact>>;
}
