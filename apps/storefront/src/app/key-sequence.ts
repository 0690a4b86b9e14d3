/** What the keys pressed so far mean: a finished sequence, the beginning of one, or nothing. */
export interface KeyProgress {
  pressed: string;
  finished: string | null;
}

/** `sequences` are keys with a space between, such as `g s` or `?`. */
export function advance(pressed: string, key: string, sequences: string[]): KeyProgress {
  const tried = pressed === '' ? key : `${pressed} ${key}`;
  if (sequences.includes(tried)) return { pressed: '', finished: tried };
  if (sequences.some((sequence) => sequence.startsWith(`${tried} `)))
    return { pressed: tried, finished: null };
  return pressed === '' ? { pressed: '', finished: null } : advance('', key, sequences);
}
