import type { z } from 'zod';
import { changedCartItem, newCartItem, newOrder, pageQuery, productQuery } from '../schemas.ts';
import type { responseSchemas } from './response-schemas.ts';

type Answer = keyof typeof responseSchemas | 'none' | 'events';

export interface Operation {
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: z.ZodObject;
  headers?: { name: string; required: boolean; description: string }[];
  /** Status → what is answered; problems are added to each. */
  answers: Record<number, Answer>;
  problems: number[];
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  required: true,
  description:
    '1 to 255 visible ASCII characters, bare or in quotes. For 24 hours the same key and body get the same answer; another body gets 422.',
};
const prefer = {
  name: 'Prefer',
  required: false,
  description: '`wait=N`: wait up to N seconds (30 at most) for a settled order.',
};

/** Every call of the public interface; a test compares the list with the routes that are served. */
export const operations: Operation[] = [
  {
    method: 'get',
    path: '/api/products',
    summary: 'Search the catalogue',
    query: productQuery,
    answers: { 200: 'ProductPage' },
    problems: [422, 503],
  },
  {
    method: 'get',
    path: '/api/products/{productId}',
    summary: 'One product, its stock and what goes with it',
    answers: { 200: 'ProductDetail' },
    problems: [404, 503],
  },
  {
    method: 'get',
    path: '/api/cart',
    summary: "The shopper's cart",
    answers: { 200: 'Cart' },
    problems: [503],
  },
  {
    method: 'post',
    path: '/api/cart/items',
    summary: 'Put something into the cart',
    body: newCartItem,
    answers: { 200: 'Cart' },
    problems: [400, 404, 413, 422, 503],
  },
  {
    method: 'patch',
    path: '/api/cart/items/{productId}',
    summary: 'Change a quantity',
    body: changedCartItem,
    answers: { 200: 'Cart' },
    problems: [400, 404, 422, 503],
  },
  {
    method: 'delete',
    path: '/api/cart/items/{productId}',
    summary: 'Take something out',
    answers: { 200: 'Cart' },
    problems: [503],
  },
  {
    method: 'post',
    path: '/api/orders',
    summary: 'Order what is in the cart',
    headers: [idempotencyKey, prefer],
    body: newOrder,
    answers: { 201: 'Order', 202: 'AcceptedOrder' },
    problems: [400, 409, 413, 415, 422, 503],
  },
  {
    method: 'get',
    path: '/api/orders',
    summary: "The shopper's orders, newest first",
    query: pageQuery,
    answers: { 200: 'OrderPage' },
    problems: [422, 503],
  },
  {
    method: 'get',
    path: '/api/orders/{orderId}',
    summary: 'One order with its timeline',
    answers: { 200: 'Order' },
    problems: [404, 503],
  },
  {
    method: 'get',
    path: '/api/orders/{orderId}/events',
    summary: 'The order as server-sent events, until it is settled',
    answers: { 200: 'events' },
    problems: [404, 503],
  },
  {
    method: 'post',
    path: '/api/orders/{orderId}/cancellation',
    summary: 'Cancel an order',
    answers: { 202: 'AcceptedOrder' },
    problems: [404, 409, 503],
  },
  { method: 'get', path: '/api/me', summary: 'Who is here', answers: { 200: 'Session' }, problems: [] },
  { method: 'get', path: '/api/sign-in', summary: 'Begin to sign in', answers: {}, problems: [404] },
  {
    method: 'post',
    path: '/api/sign-out',
    summary: 'Forget this shopper',
    answers: { 204: 'none' },
    problems: [],
  },
];
