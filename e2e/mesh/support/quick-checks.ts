import { ProductServiceService } from '@tradewind/contracts/product/v1/product';
import { grpc, payment, recommend, search, stock, versionOf } from './calls.ts';
import { podsOf } from './cluster.ts';
import { atTheDoor, withoutTls } from './door.ts';
import { misbehaving } from './faults.ts';
import { asGateway, asOrder, asStranger, counted, outside, send, sendOne, told } from './probes.ts';
import { sent, upstreams } from './proxies.ts';

/** One promise of the mesh, tried in seconds. Answers whether it is kept. */
export type QuickCheck = () => Promise<boolean>;

const onePod = async (app: string): Promise<string> => (await podsOf(app, undefined, ',version=v1'))[0]!;
const same = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);
const OK = '200 grpc 0 OK';
const upsert = grpc('product', ProductServiceService.upsertProducts, { products: [], categories: [] });
/** Kept for documentation: nobody has it (RFC 5737). */
const NOWHERE = '192.0.2.1';
/** What a client of PostgreSQL says first to ask for TLS. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]).toString('base64');

async function preflight(): Promise<boolean> {
  const headers = { origin: 'https://partner.tradewind.example', 'access-control-request-method': 'POST' };
  const allowed = 'access-control-allow-origin';
  const job = atTheDoor('/api/cart/items', { method: 'OPTIONS', headers, keep: [allowed] });
  return (await sendOne(outside, job)).headers?.[allowed] === headers.origin;
}

async function retries(): Promise<boolean> {
  return await misbehaving(await onePod('inventory'), 'inventory-failing', 50, async () => {
    const before = sent(await upstreams(asGateway.name, 'outbound|9090||inventory'));
    await send(asGateway, stock({ count: 100 }));
    return sent(await upstreams(asGateway.name, 'outbound|9090||inventory')) - before > 120;
  });
}

async function timeout(): Promise<boolean> {
  return await misbehaving(await onePod('recommendation'), 'recommendation-slow', 5_000, async () => {
    const { p50 } = await send(asGateway, recommend({ count: 2 }));
    return p50 < 4_500;
  });
}

async function pool(): Promise<boolean> {
  return await misbehaving(await onePod('payment'), 'payment-slow', 2_000, async () => {
    const answers = counted(await send(asOrder, payment({ count: 400, concurrency: 400 })));
    return Object.keys(answers).some((said) => said.includes('overflow'));
  });
}

async function experiment(): Promise<boolean> {
  const b = async (): Promise<number> =>
    sent(await upstreams(asGateway.name, 'outbound|9090|b|recommendation'));
  const before = await b();
  await send(asGateway, recommend({ count: 10, headers: { 'x-recommendations': 'b' } }));
  return (await b()) - before === 10;
}

export const quickChecks = {
  'v1 has all traffic': async () =>
    same(counted(await send(asGateway, search({ count: 60 })), versionOf), { v1: 60 }),
  'x-search: v2 leads to v2': async () =>
    same(counted(await send(asGateway, search({ count: 20, headers: { 'x-search': 'v2' } })), versionOf), {
      v2: 20,
    }),
  'group b gets the other algorithm': experiment,
  'inventory is asked once more': retries,
  'recommendation is waited for 3 s': timeout,
  'the pool of payment has a limit': pool,
  'HTTP leads to HTTPS': async () => (await sendOne(outside, withoutTls('/'))).status === 301,
  'a partner may ask': preflight,
  'plaintext is refused': async () =>
    (await sendOne(outside, { url: 'http://product.tradewind-mesh:9100/health/live' })).status ===
    'ECONNRESET',
  'a method that nobody calls is refused': async () =>
    told(await sendOne(asGateway, upsert)).startsWith('200 grpc 7'),
  'what the gateway calls is allowed': async () => told(await sendOne(asGateway, search())) === OK,
  'a stranger is refused': async () => told(await sendOne(asStranger, search())).startsWith('200 grpc 7'),
  // Whoever lets it out gets no answer either, but says 503.
  'an unregistered host is refused': async () =>
    (await sendOne(asGateway, { url: `http://${NOWHERE}/`, headers: { host: 'elsewhere.example' } }))
      .status === 502,
  'a stranger gets no word from PostgreSQL': async () =>
    (await sendOne(asStranger, { url: 'tcp://postgres:5432', body: SSL_REQUEST, timeout: 3_000 })).status !==
    'ANSWER',
} satisfies Record<string, QuickCheck>;

export type CheckName = keyof typeof quickChecks;

/** Runs all of them. @returns the names of those that failed */
export async function failing(): Promise<CheckName[]> {
  const failed: CheckName[] = [];
  for (const [name, check] of Object.entries(quickChecks) as [CheckName, QuickCheck][])
    if (!(await check())) failed.push(name);
  return failed;
}
