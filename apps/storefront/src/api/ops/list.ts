/** The shape of every list of the control room's backend. */
export interface List<Item> {
  items: Item[];
}

export interface Page<Item> extends List<Item> {
  nextPageToken: string | null;
}

/** How often a screen of the control room asks again, in milliseconds. */
export const pace = { live: 2_000, calm: 5_000 };
