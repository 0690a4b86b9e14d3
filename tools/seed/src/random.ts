export function pick<Item>(items: readonly Item[], random: () => number): Item {
  return items[Math.floor(random() * items.length)]!;
}

/** A UUID version 7 (RFC 9562 §5.7) of a given time whose random bits are drawn from `random`. */
export function uuidV7From(time: number, random: () => number): string {
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  const stamp = time.toString(16).padStart(12, '0');
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${hex(3)}-${pick([...'89ab'], random)}${hex(3)}-${hex(12)}`;
}
