import type { PagePlace } from '../domain/page-token.ts';
import type { SearchFilter, SearchRequest, Sort } from '../domain/search-request.ts';
import { COLUMNS } from './product-row.ts';

/** A statement that is put together: its name says which parts it has, so that one name is always one text. */
export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** What the words of a query mean to PostgreSQL: an expression over its own parameters. */
export interface TextQuery {
  /** Of the expression, not of the words. */
  name: string;
  expression: (parameter: (value: unknown) => string) => string;
  /** What comes first; higher is better. `tsquery` is the expression. */
  rank: (tsquery: string) => string;
}

interface Order {
  column: 'position' | 'price' | 'name';
  type: 'bigint' | 'text';
  direction: 'asc' | 'desc';
}

const ORDERS: Record<Sort, Order> = {
  relevance: { column: 'position', type: 'bigint', direction: 'asc' },
  newest: { column: 'position', type: 'bigint', direction: 'desc' },
  'price-ascending': { column: 'price', type: 'bigint', direction: 'asc' },
  'price-descending': { column: 'price', type: 'bigint', direction: 'desc' },
  name: { column: 'name', type: 'text', direction: 'asc' },
};

interface Draft {
  parts: string[];
  conditions: string[];
  values: unknown[];
  parameter: (value: unknown) => string;
  tsquery: string | undefined;
}

/** One page, and one row more when there is a next one. */
export function pageStatement(
  request: SearchRequest,
  words: TextQuery | undefined,
  place: PagePlace | undefined,
): Statement {
  const draft = draftOf(request, words);
  const { parts, conditions, parameter } = draft;
  const order = ORDERS[request.sort];
  if (request.category !== '') add(draft, 'category', `category = ${parameter(request.category)}`);
  if (request.inStockOnly) add(draft, 'stock', `availability <> 'out'`);
  if (place && 'after' in place) {
    const { value, id } = place.after;
    const after = `(${parameter(value)}::${order.type}, ${parameter(id)}::uuid)`;
    add(draft, 'after', `(${order.column}, id) ${order.direction === 'asc' ? '>' : '<'} ${after}`);
  }
  const ranked = isRanked(request, words);
  // With the table's name: a bare `price` would be the selected number, which no index has.
  const orderBy = ranked
    ? `${words!.rank(draft.tsquery!)} desc, product.position`
    : `product.${order.column} ${order.direction}, product.id ${order.direction}`;
  const offset = parameter(place && 'offset' in place ? place.offset : 0);
  const text = `select ${COLUMNS}, ${order.column}::text as place from product ${where(conditions)}
    order by ${orderBy} limit ${parameter(request.pageSize + 1)} offset ${offset}`;
  return { name: `search.page.${[request.sort, ...parts].join('.')}`, text, values: draft.values };
}

/** The hits of words and prices, counted for all facets at once. */
export function cellsStatement(filter: SearchFilter, words: TextQuery | undefined): Statement {
  const { parts, conditions, values } = draftOf(filter, words);
  const text = `select category, availability, count(*)::int as count from product ${where(conditions)} group by 1, 2`;
  return { name: ['search.facets', ...parts].join('.'), text, values };
}

export function isRanked({ sort }: SearchRequest, words: TextQuery | undefined): boolean {
  return sort === 'relevance' && words !== undefined;
}

function draftOf({ minPrice, maxPrice }: SearchFilter, words: TextQuery | undefined): Draft {
  const values: unknown[] = [];
  const parameter = (value: unknown): string => `$${values.push(value)}`;
  const draft: Draft = {
    parts: [],
    conditions: [],
    values,
    parameter,
    tsquery: words?.expression(parameter),
  };
  if (words) add(draft, words.name, `search @@ ${draft.tsquery}`);
  if (minPrice !== undefined) add(draft, 'min', `price >= ${parameter(minPrice)}`);
  if (maxPrice !== undefined) add(draft, 'max', `price <= ${parameter(maxPrice)}`);
  return draft;
}

function add({ parts, conditions }: Draft, part: string, condition: string): void {
  parts.push(part);
  conditions.push(condition);
}

function where(conditions: string[]): string {
  return conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
}
