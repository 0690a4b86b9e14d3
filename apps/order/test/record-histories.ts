// Records how orders really went, from a running shop: node apps/order/test/record-histories.ts http://localhost:8080
// Every payment token, and a cancellation at each step. A version that has been released keeps its histories.
import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { definitions, HISTORIES, type RecordedHistory } from './histories.ts';

const shop = process.argv[2] ?? 'http://localhost:8080';
/** Payment tokens of the provider's simulator, and what the order is cancelled at (the step has begun), if it is. */
const ORDERS: [token: string, cancelledAt?: string][] = [
  ['tok_ok'],
  ['tok_declined'],
  ['tok_insufficient_funds'],
  ['tok_slow'],
  ['tok_error_once'],
  ['tok_lost_answer'],
  ['tok_late_success'],
  ['tok_unavailable'],
  ['tok_slow', 'authorize-payment'],
  ['tok_unavailable', 'authorize-payment'],
  ['tok_ok', 'confirm-order'],
];
const GIVE_UP_AFTER = 120_000;

interface Saga {
  state: RecordedHistory['status'];
  outcome: string | null;
  journal: RecordedHistory['journal'];
}

class Shopper {
  private cookie = '';

  async call<Body>(method: string, path: string, body?: unknown, headers = {}): Promise<Body> {
    const json = body === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await fetch(new URL(path, shop), {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { ...json, ...headers, ...(this.cookie ? { cookie: this.cookie } : {}) },
    });
    this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie;
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json() as Promise<Body>;
  }

  async order(token: string): Promise<string> {
    const { items } = await this.call<{ items: { id: string }[] }>('GET', '/api/products?inStock=true');
    await this.call('POST', '/api/cart/items', { productId: items[0]!.id, quantity: 1 });
    const shippingAddress = { name: 'A', line1: 'B 1', city: 'C', postalCode: '1', country: 'PT' };
    const body = { email: 'history@example.com', shippingAddress, payment: { token } };
    const key = { 'idempotency-key': randomUUID() };
    return (await this.call<{ orderId: string }>('POST', '/api/orders', body, key)).orderId;
  }

  /** The order's newest saga, as soon as it is as wanted. */
  async sagaOf(orderId: string, wanted: (saga: Saga) => boolean): Promise<Saga> {
    for (const end = Date.now() + GIVE_UP_AFTER; Date.now() < end; await pause(25)) {
      const saga = await this.call<Saga>('GET', `/ops/api/sagas/${orderId}`);
      if (wanted(saga)) return saga;
    }
    throw new Error(`the saga of ${orderId} did not become what was waited for`);
  }
}

async function record([token, cancelledAt]: (typeof ORDERS)[number]): Promise<void> {
  const shopper = new Shopper();
  const orderId = await shopper.order(token);
  if (cancelledAt) {
    await shopper.sagaOf(orderId, ({ journal }) => journal.some(({ step }) => step === cancelledAt));
    await shopper.call('POST', `/api/orders/${orderId}/cancellation`);
  }
  const wanted = cancelledAt ? 'cancelled' : undefined;
  const saga = await shopper.sagaOf(
    orderId,
    ({ state, outcome }) => state === 'done' && (wanted ?? outcome) === outcome,
  );
  for (const { name, version, steps } of definitions) {
    const names = steps.flatMap((step) => [step.name, step.undo?.name]);
    const entries = saga.journal.filter(({ step }) => names.includes(step));
    if (entries.length === 0) continue;
    const journal = entries.map(({ step, direction, outcome, attempt, error, detail }) => ({
      ...{ step, direction, outcome, attempt },
      ...(error ? { error } : {}),
      ...(detail ? { detail } : {}),
    }));
    const history = { definition: name, version, order: saga.outcome, status: saga.state, journal };
    const title = [
      name,
      `v${version}`,
      token.replace('tok_', ''),
      cancelledAt && `cancelled-at-${cancelledAt}`,
    ];
    const file = `${title.filter(Boolean).join('.').replaceAll('_', '-')}.json`;
    await writeFile(new URL(file, HISTORIES), shown(history));
    process.stdout.write(`${file}: ${journal.length} entries\n`);
  }
}

await Promise.all(ORDERS.map(record));

/** One line for each entry. */
function shown({ journal, ...facts }: Pick<RecordedHistory, 'journal'>): string {
  const entries = journal.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n');
  return `${JSON.stringify(facts, null, 2).slice(0, -2)},\n  "journal": [\n${entries}\n  ]\n}\n`;
}
