import { useState } from 'react';

/** How many values a line shows: at one in two seconds, five minutes. */
const kept = 150;

/** The values seen while this page was open, oldest first; `stamp` tells a new value from a second drawing. */
export function useHistory<Value>(value: Value | undefined, stamp: number): Value[] {
  const [seen, setSeen] = useState<{ stamp: number; values: Value[] }>({ stamp: 0, values: [] });
  if (value !== undefined && stamp !== seen.stamp) {
    setSeen({ stamp, values: [...seen.values, value].slice(-kept) });
  }
  return seen.values;
}
