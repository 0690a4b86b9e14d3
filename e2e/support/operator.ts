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
  kind: string;
  attributes: Record<string, unknown>;
  links: { traceId: string; spanId: string }[];
  finished: boolean;
}

/** A page of the control room's interface. */
export async function operate<Body>(path: string, init: RequestInit = {}): Promise<Body> {
  const response = await fetch(new URL(path, shopUrl), init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  const text = await response.text();
  if (!response.headers.get('content-type')?.includes('json')) return text as Body;
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

export interface DeadLetter {
  id: string;
  service: string;
  type: string;
  aggregateId: string;
  state: string;
  cause: { code: string; message: string };
  attempts: number;
  operator: string | null;
  note: string | null;
}

/** The dead letters of one order's events, newest first. `state` as the interface names it. */
export async function lettersOf(orderId: string, state = 'parked'): Promise<DeadLetter[]> {
  const { items } = await operate<{ items: DeadLetter[] }>(`/ops/api/dead-letters?state=${state}`);
  return items.filter((letter) => letter.aggregateId === orderId);
}

const send = (method: string, body: unknown): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

export const operateLetter = (id: string, operation: 'replay' | 'discard', note?: string): Promise<unknown> =>
  operate(`/ops/api/dead-letters/${id}/${operation}`, send('POST', { note }));

/** Throws a fault switch. */
export const setFault = (name: string, enabled: boolean, value?: number): Promise<unknown> =>
  operate(`/ops/api/faults/${name}`, send('PUT', { enabled, value }));

export const resetFaults = (): Promise<unknown> => operate('/ops/api/faults', { method: 'DELETE' });

export interface ReadModel {
  service: string;
  name: string;
  rows: number;
  job: { kind: string; state: string; detail: string; differences: number | null } | null;
}

export const readModels = async (): Promise<ReadModel[]> =>
  (await operate<{ items: ReadModel[] }>('/ops/api/read-models')).items;

export const operateReadModel = (
  { service, name }: Pick<ReadModel, 'service' | 'name'>,
  operation: 'rebuild' | 'verification',
): Promise<unknown> => operate(`/ops/api/read-models/${service}/${name}/${operation}`, { method: 'POST' });
