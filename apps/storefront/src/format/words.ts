const number = new Intl.NumberFormat();
const percent = new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 2 });

export const formatNumber = (value: number) => number.format(value);
export const formatPercent = (share: number) => percent.format(share);

export function formatBytes(bytes: number): string {
  return `${number.format(Math.round(bytes / 2 ** 20))} MiB`;
}

/** `1 parcel`, `3 parcels`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number.format(count)} ${count === 1 ? one : many}`;
}

/** `tea-and-coffee` becomes `Tea and coffee`. */
export function asTitle(slug: string): string {
  const words = slug.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A number that a shopper can read out over the telephone: the random end of the order's id. */
export function orderNumber(orderId: string): string {
  return orderId.slice(-8).toUpperCase();
}

/** The last part of an id, enough for a person to tell two apart: the end of a UUIDv7 is the random part. */
export function shortId(id: string): string {
  return id.length > 12 ? `…${id.slice(-8)}` : id;
}
