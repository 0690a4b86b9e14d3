import { AppError, isUuid } from '@tradewind/kernel';
import type { Sort } from './search-request.ts';

/**
 * Where the next page begins: after a row (a place that does not move when products come and go), or, for pages sorted by
 * rank, at an offset.
 */
export type PagePlace = { after: { value: string; id: string } } | { offset: number };

/** Ranks are not kept: every page of them is counted from the first hit, which must have an end. */
export const LAST_OFFSET = 10_000;

/** Opaque to callers; a token belongs to the sort that it was made for. */
export function encodePageToken(sort: Sort, place: PagePlace): string {
  const values = 'offset' in place ? [sort, place.offset] : [sort, place.after.value, place.after.id];
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Undefined: the first page. @throws AppError PRODUCT.INVALID_PAGE_TOKEN */
export function decodePageToken(sort: Sort, token: string): PagePlace | undefined {
  if (token === '') return undefined;
  const place = placeOf(sort, parse(token));
  if (!place)
    throw new AppError('invalid', 'PRODUCT.INVALID_PAGE_TOKEN', 'the page token is not one of this search');
  return place;
}

function parse(token: string): unknown {
  try {
    return JSON.parse(Buffer.from(token, 'base64url').toString());
  } catch {
    return undefined;
  }
}

function placeOf(sort: Sort, values: unknown): PagePlace | undefined {
  if (!Array.isArray(values) || values[0] !== sort) return undefined;
  const [, value, id] = values as unknown[];
  if (values.length === 2) {
    return Number.isInteger(value) && Number(value) > 0 && Number(value) <= LAST_OFFSET
      ? { offset: Number(value) }
      : undefined;
  }
  if (values.length !== 3 || typeof value !== 'string' || typeof id !== 'string' || !isUuid(id))
    return undefined;
  const numeric = sort !== 'name';
  return numeric && !/^\d{1,15}$/.test(value) ? undefined : { after: { value, id } };
}
