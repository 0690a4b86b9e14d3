const LOWEST = '00000000-0000-0000-0000-000000000000';
const HIGHEST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/** Keys (UUIDs) after the one and up to the other; empty: no bound. */
export interface KeyRange {
  after: string;
  upTo: string;
}

export const ALL_KEYS: KeyRange = { after: '', upTo: '' };

/** Both bounds, for `key > $1 and key <= $2`. */
export const boundsOf = ({ after, upTo }: KeyRange): [string, string] => [after || LOWEST, upTo || HIGHEST];
