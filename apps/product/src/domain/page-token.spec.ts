import { expect, test } from 'vitest';
import { decodePageToken, encodePageToken, type PagePlace } from './page-token.ts';
import type { Sort } from './search-request.ts';

const id = '019cada8-5095-75c9-a625-97947707591a';
const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const places: [Sort, PagePlace][] = [
  ['relevance', { offset: 24 }],
  ['price-ascending', { after: { value: '1680', id } }],
  ['name', { after: { value: 'Tagine, 28 cm', id } }],
];

test.each(places)('a token of %s leads back to its place', (sort, place) => {
  expect(decodePageToken(sort, encodePageToken(sort, place))).toEqual(place);
});

test('no token is the first page', () => {
  expect(decodePageToken('name', '')).toBeUndefined();
});

const malformed: [string, string][] = [
  ['not base64', '%%%'],
  ['not JSON', Buffer.from('{').toString('base64url')],
  ['not a list', encode({ offset: 3 })],
  ['of another sort', encodePageToken('newest', { after: { value: '7', id } })],
  ['a negative offset', encode(['price-ascending', -1])],
  ['an offset without end', encode(['price-ascending', 1e9])],
  ['a price that is no number', encode(['price-ascending', "0' or '1'='1", id])],
  ['an id that is none', encode(['price-ascending', '1', '42'])],
  ['too long', encode(['price-ascending', '1', id, id])],
];

test.each(malformed)('%s is refused', (_what, token) => {
  expect(() => decodePageToken('price-ascending', token)).toThrow(
    expect.objectContaining({ code: 'PRODUCT.INVALID_PAGE_TOKEN', kind: 'invalid' }),
  );
});
