import { shopUrl } from './shop.ts';

export interface Process {
  name: string;
  pid: number;
  ready: boolean;
  restarts: number;
}

export interface Mail {
  to: string;
  subject: string;
  orderId: string;
  kind: string;
}

export interface LedgerEntry {
  orderId: string;
  kind: string;
  amount: number;
}

export interface Span {
  spanId: string;
  parentSpanId: string | null;
  name: string;
  service: string;
}

/** A page of the control room's interface. */
export async function operate<Body>(path: string, init: RequestInit = {}): Promise<Body> {
  const response = await fetch(new URL(path, shopUrl), init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as Body;
}

export const mailTo = (address: string): Promise<Mail[]> =>
  operate(`/ops/api/mailbox?to=${encodeURIComponent(address)}`);

export const providerLedger = (orderId: string): Promise<LedgerEntry[]> =>
  operate(`/ops/api/provider-ledger?orderId=${orderId}`);

export const processes = (): Promise<Process[]> => operate('/ops/api/services');

export async function processNamed(name: string): Promise<Process> {
  const found = (await processes()).find((it) => it.name === name);
  if (!found) throw new Error(`no process is called ${name}`);
  return found;
}

/** Every invariant that does not hold, with its differences. */
export async function brokenInvariants(): Promise<{ id: string; differences: unknown[] }[]> {
  const { invariants } = await operate<{
    invariants: { id: string; holds: boolean; differences: unknown[] }[];
  }>('/ops/api/reconciliation');
  return invariants.filter((it) => !it.holds);
}
