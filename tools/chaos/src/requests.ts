import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { setTimeout as wait } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { text } from 'node:stream/consumers';
import type { Sample } from './verdict.ts';

export interface Shop {
  /** Where it answers: `https://127.0.0.1:8443`. */
  url: string;
  /** By which name it is asked, and shows its certificate. */
  host: string;
}

interface Answer {
  status: number;
  body: string;
  expired: boolean;
}

/** Milliseconds after which an answer is not waited for any more. */
const TIMEOUT = 5_000;

/**
 * On a connection of its own, so that each sees the certificate of that moment. Who signed it is not checked: a cluster
 * for trying things has signed its own.
 */
function get({ url, host }: Shop, path: string): Promise<Answer> {
  const target = new URL(path, url);
  const options = { agent: false as const, headers: { host }, signal: AbortSignal.timeout(TIMEOUT) };
  return new Promise((resolve, reject) => {
    const secure = { ...options, servername: host, rejectUnauthorized: false };
    const request =
      target.protocol === 'https:' ? secureRequest(target, secure) : plainRequest(target, options);
    request.on('error', reject);
    request.on('response', (response) => {
      const expired = isExpired(response.socket as TLSSocket);
      text(response).then((body) => resolve({ status: response.statusCode!, body, expired }), reject);
    });
    request.end();
  });
}

function isExpired(socket: TLSSocket): boolean {
  const { valid_to: end } = socket.getPeerCertificate?.() ?? {};
  return end !== undefined && Date.parse(end) < Date.now();
}

/** Puts some product's id into a path. @throws Error when the shop shows none */
export async function resolvePath(shop: Shop, path: string): Promise<string> {
  if (!path.includes('{id}')) return path;
  const { status, body } = await get(shop, '/api/products?pageSize=1');
  if (status !== 200) throw new Error(`the shop answers ${status} at ${shop.url}`);
  const { items } = JSON.parse(body) as { items: { id: string }[] };
  if (!items[0]) throw new Error('the shop has no products: seed it');
  return path.replace('{id}', items[0].id);
}

interface Rate {
  /** Milliseconds. */
  duration: number;
  perSecond: number;
}

/** Asks evenly, whether or not answers come, and waits for the last ones. @throws the signal's reason when it aborts */
export async function ask(
  shop: Shop,
  path: string,
  { duration, perSecond }: Rate,
  signal: AbortSignal,
): Promise<Sample[]> {
  const samples: Promise<Sample>[] = [];
  for (const end = performance.now() + duration; performance.now() < end;) {
    samples.push(sample(shop, path));
    await wait(1_000 / perSecond, undefined, { signal });
  }
  return Promise.all(samples);
}

/** One request; what cannot be reached is not answered well. */
export async function sample(shop: Shop, path: string): Promise<Sample> {
  const began = performance.now();
  const { status, expired } = await get(shop, path).catch(() => ({ status: 0, expired: false }));
  return { ok: status === 200, expired, milliseconds: performance.now() - began };
}
