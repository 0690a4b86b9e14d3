interface Disturbance<Item> {
  /** How often each item comes, at least 1. */
  copies: number;
  /** Items of one key keep their order within each copy; items of different keys do not. */
  keyOf: (item: Item) => string;
  /** Between 0 and 1. */
  random: () => number;
}

/**
 * What a log may do to a batch without breaking its promises: items come several times, interleaved, and keys overtake each
 * other. A copy of an item never comes before an earlier copy of it, as when a reader goes back to an older offset.
 */
export function disturbOrder<Item>(
  items: readonly Item[],
  { copies, keyOf, random }: Disturbance<Item>,
): Item[] {
  const byKey = [...Map.groupBy(items, keyOf).values()];
  // One lane for each key and copy; the lane of a later copy may not overtake that of an earlier one.
  const lanes = byKey.map((own) => ({ own, next: Array.from({ length: copies }, () => 0) }));
  const disturbed: Item[] = [];
  while (disturbed.length < items.length * copies) {
    const choices = lanes.flatMap(({ own, next }) =>
      next.flatMap((position, copy) => {
        const limit = copy === 0 ? own.length : next[copy - 1]!;
        return position < limit ? [{ own, next, copy }] : [];
      }),
    );
    const { own, next, copy } = choices[Math.floor(random() * choices.length)]!;
    disturbed.push(own[next[copy]!]!);
    next[copy]! += 1;
  }
  return disturbed;
}
