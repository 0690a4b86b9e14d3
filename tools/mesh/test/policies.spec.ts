import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { allowedCalls, type AllowedCall } from '../src/allowed-calls.ts';
import { compare, readPolicies, writePolicies } from '../src/policies.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'deploy', 'istio', 'security');
const files = readdirSync(join(folder, 'allow')).filter((name) => name !== 'kustomization.yaml');
const texts = files.map((name) => readFileSync(join(folder, 'allow', name), 'utf8'));

describe('the policies of the mesh', () => {
  let calls: AllowedCall[];
  // Types of the whole shop are looked at: seconds, and more on a busy machine.
  beforeAll(() => {
    calls = allowedCalls();
  }, 240_000);

  it('allow what the code does, and nothing else', () => {
    expect(compare(calls, readPolicies(texts))).toEqual({ callsWithoutPolicy: [], policiesWithoutCall: [] });
  });

  it('are found wanting when the code calls something that they do not allow', () => {
    const more = {
      caller: 'cart',
      callee: 'payment',
      port: 9090,
      methods: ['POST'],
      paths: ['/p.PaymentService/Refund'],
    };
    expect(compare([...calls, more], readPolicies(texts)).callsWithoutPolicy).toEqual([
      'cart → payment:9090 POST /p.PaymentService/Refund',
    ]);
  });

  it('are found too wide when they allow what nobody calls', () => {
    const fewer = calls.filter(({ caller, callee }) => !(caller === 'notification' && callee === 'order'));
    expect(compare(fewer, readPolicies(texts)).policiesWithoutCall).toEqual([
      'notification → order:9090 POST /tradewind.order.v1.OrderContactService/BatchGetContacts',
    ]);
    const without = calls.filter(({ caller, callee }) => !(caller === 'order' && callee === 'kafka'));
    expect(compare(without, readPolicies(texts)).policiesWithoutCall).toEqual(['order → kafka:9092']);
  });

  it('know the calls that everybody knows', () => {
    const has = (caller: string, callee: string, path: string): boolean =>
      calls.some((it) => it.caller === caller && it.callee === callee && it.paths.includes(path));
    expect(has('order', 'inventory', '/tradewind.inventory.v1.InventoryService/Reserve')).toBe(true);
    expect(has('payment', 'psp-simulator', '/v1/charges')).toBe(true);
    expect(has('psp-simulator', 'payment', '/webhooks/psp')).toBe(true);
    expect(has('control-room', 'cart', '/tradewind.operations.v1.DeadLetterService/ListDeadLetters')).toBe(
      true,
    );
    expect(calls.filter(({ caller, callee }) => caller === 'gateway' && callee === 'payment')).toEqual([]);
  });

  it('are written as they are read', () => {
    expect(compare(calls, readPolicies([...writePolicies(calls).values()]))).toEqual({
      ...{ callsWithoutPolicy: [], policiesWithoutCall: [] },
    });
  });
});

describe('what holds besides', () => {
  it('everything is listed, nothing is allowed by default, and nobody comes in without an identity', () => {
    const read = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));
    expect((read('allow/kustomization.yaml') as { resources: string[] }).resources.toSorted()).toEqual(
      files.toSorted(),
    );
    expect(read('deny-by-default.yaml')).toMatchObject({ kind: 'AuthorizationPolicy', spec: {} });
    expect(Object.keys((read('deny-by-default.yaml') as { spec: object }).spec)).toEqual([]);
    expect(read('peer-authentication.yaml')).toMatchObject({ spec: { mtls: { mode: 'STRICT' } } });
  });
});
