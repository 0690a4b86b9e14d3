/** Hands over what came within one turn of the event loop at once: a message for each would cost more than the work. */
export function createBatch<Item>(handOver: (items: Item[]) => void): (item: Item) => void {
  let items: Item[] = [];
  return (item) => {
    if (items.push(item) > 1) return;
    setImmediate(() => {
      const all = items;
      items = [];
      handOver(all);
    });
  };
}
