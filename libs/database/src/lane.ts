/** Adds an item to the next statement and answers with the item's own result. */
export type Lane<Item, Result> = (item: Item) => Promise<Result>;

interface LaneOptions {
  /** Items in one statement at most. Default 64. */
  maximum?: number;
  /** Statements in flight at once. Default 1. */
  width?: number;
}

interface Waiting<Item, Result> {
  item: Item;
  resolve: (result: Result) => void;
  reject: (error: unknown) => void;
}

/**
 * Micro-batching (group commit): items that arrive while a statement is in flight form the next many-row statement. When
 * nothing is in flight nothing waits. One commit then serves many orders under load, and a single order pays nothing.
 *
 * When a batch of several fails, its items are tried one by one: one bad item cannot take the others with it.
 * @param run answers results in the order of the items
 */
export function createLane<Item, Result>(
  run: (items: Item[]) => Promise<Result[]>,
  { maximum = 64, width = 1 }: LaneOptions = {},
): Lane<Item, Result> {
  const queue: Waiting<Item, Result>[] = [];
  let inFlight = 0;
  let armed = false;

  function arm(): void {
    if (armed || queue.length === 0 || inFlight >= width) return;
    armed = true;
    setImmediate(start);
  }

  function start(): void {
    armed = false;
    while (inFlight < width && queue.length > 0) {
      const batch = queue.splice(0, maximum);
      inFlight++;
      void settle(batch).finally(() => {
        inFlight--;
        arm();
      });
    }
  }

  async function settle(batch: Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item));
      batch.forEach((waiting, index) => waiting.resolve(results[index]!));
    } catch (error) {
      if (batch.length === 1) batch[0]!.reject(error);
      else for (const waiting of batch) await settle([waiting]);
    }
  }

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, resolve, reject });
      arm();
    });
}
