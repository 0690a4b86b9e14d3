import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allowedCalls, jobFor, type AllowedCall } from './support/allowed.ts';
import { greetings } from './support/calls.ts';
import { eventually, NAMESPACE, podsOf } from './support/cluster.ts';
import { echo, mayAskEcho, startEcho, stopEcho } from './support/echo.ts';
import { inBatches } from './support/batches.ts';
import {
  asControlRoom,
  asGateway,
  asOrder,
  asPayment,
  asStranger,
  sendOne,
  told,
  type Probe,
} from './support/probes.ts';
import { askProxy } from './support/proxies.ts';
import { linesOf, sendMarked } from './support/refusals.ts';
import { inPlace, shipped } from './support/shipped.ts';

const REFUSED = /^(403|200 grpc 7 RBAC: access denied)$/;
const NO_RULE = 'rbac_access_denied_matched_policy[none]';
const PRODUCT = '/tradewind.product.v1.ProductService';
const identity = (account: string): string => `spiffe://cluster.local/ns/${NAMESPACE}/sa/${account}`;

const all = allowedCalls();
/** Of what every service offers to operators, one method of each kind; and not what changes something even when nothing is said. */
const tried = [...new Map(all.map((it) => [kindOf(it), it])).values()].filter(
  ({ path }) => !path.endsWith('/RebuildReadModel'),
);
const isRead = ({ port, method }: AllowedCall): boolean => port === 9090 || method === 'GET';
const callers: [string, Probe][] = [
  ['gateway', asGateway],
  ['order', asOrder],
  ['payment', asPayment],
  ['control-room', asControlRoom],
];

function kindOf({ caller, callee, port, path, method }: AllowedCall): string {
  const what = path.startsWith('/tradewind.operations.') ? path.split('/')[1] : `${method} ${path}`;
  return `${caller} ${callee}:${port} ${port === 9100 ? method : what}`;
}

async function refusedOf(probe: Probe, calls: readonly AllowedCall[]): Promise<string[]> {
  const answers = await inBatches(calls, async (call) => told(await sendOne(probe, jobFor(call))));
  return calls.filter((_, index) => REFUSED.test(answers[index]!)).map(nameOf);
}
const nameOf = ({ callee, port, method, path }: AllowedCall): string => `${method} ${callee}:${port}${path}`;

describe('what the code calls', () => {
  it.each(callers)('is allowed to %s', async (caller, probe) => {
    const own = tried.filter((it) => it.caller === caller && isRead(it));
    expect(own.length).toBeGreaterThan(1);
    expect(await refusedOf(probe, own)).toEqual([]);
  });

  it('is refused to an identity that nobody knows, at every service', async () => {
    const places = [...new Map(all.map((it) => [`${it.callee}:${it.port}`, it])).values()];
    expect(new Set(places.map(({ callee }) => callee)).size).toBe(10);
    expect(await refusedOf(asStranger, places)).toEqual(places.map(nameOf));
  });
});

describe('a program that no policy mentions', () => {
  beforeAll(startEcho);
  afterAll(stopEcho);

  it('is called by nobody, until a policy allows it', async () => {
    const ask = async (): Promise<string> => told(await sendOne(asGateway, { url: echo.url }));
    await eventually(async () => expect(await ask()).toBe('403'));
    await inPlace([mayAskEcho], () => eventually(async () => expect(await ask()).toBe('200')));
    await eventually(async () => expect(await ask()).toBe('403'));
  });
});

describe('a refusal says who was refused and by which policy', () => {
  it('by none that allows it: a wrong identity, a wrong method, a wrong port', async () => {
    const calls = await Promise.all([
      sendMarked(asOrder, 'product', { url: `http://product:9090${PRODUCT}/SearchProducts`, grpc: '' }),
      sendMarked(asGateway, 'product', { url: `http://product:9090${PRODUCT}/UpsertProducts`, grpc: '' }),
      sendMarked(asGateway, 'product', { url: 'http://product:9100/info' }),
    ]);
    expect(calls.map(({ answer }) => answer)).toEqual([
      '200 grpc 7 RBAC: access denied',
      '200 grpc 7 RBAC: access denied',
      '403',
    ]);
    const lines = await Promise.all(calls.map(({ line }) => line()));
    expect(lines.map(({ caller, path, details }) => [caller, path, details])).toEqual([
      [identity('order'), `${PRODUCT}/SearchProducts`, NO_RULE],
      [identity('gateway'), `${PRODUCT}/UpsertProducts`, NO_RULE],
      [identity('gateway'), '/info', NO_RULE],
    ]);
  });

  it('by none: a connection to PostgreSQL', async () => {
    expect(told(await sendOne(asGateway, greetings.postgres))).toBe('CLOSED');
    const lines = await linesOf('postgres', ({ caller }) => caller === identity('gateway'));
    expect(new Set(lines.map(({ termination }) => termination))).toEqual(new Set([NO_RULE]));
  });

  it('by the DENY that forbids what an ALLOW allows, and only that', async () => {
    const faults = { url: 'http://product:9100/faults' };
    const change = { ...faults, url: `${faults.url}/none`, method: 'DELETE' };
    const before = await sendOne(asControlRoom, change);
    expect(told(before)).not.toMatch(REFUSED);
    const line = await inPlace(shipped('security/examples/deny-fault-switches.yaml'), async () => {
      const refused = await eventually(async () => {
        const call = await sendMarked(asControlRoom, 'product', change);
        expect(call.answer).toBe('403');
        return call;
      });
      expect(told(await sendOne(asControlRoom, faults))).toBe('200');
      return refused.line();
    });
    expect(line.details).toBe(
      `rbac_access_denied_matched_policy[ns[${NAMESPACE}]-policy[deny-fault-switches]-rule[0]]`,
    );
    await eventually(async () => expect(told(await sendOne(asControlRoom, change))).toBe(told(before)));
  });

  it('that is only tried is counted, and lets the call go on', async () => {
    const [pod] = await podsOf('inventory');
    const refusals = async (): Promise<number> => {
      const stats = await askProxy(pod!, 'stats?filter=inbound_0.0.0.0_9090.*dry_run_deny.*shadow_denied');
      return Number(/: (\d+)/.exec(stats)?.[1] ?? 0);
    };
    const before = await refusals();
    await inPlace(shipped('security/examples/dry-run.yaml'), () =>
      eventually(async () => {
        const path = '/tradewind.inventory.v1.InventoryService/Restock';
        expect(told(await sendOne(asOrder, { url: `http://inventory:9090${path}`, grpc: '' }))).not.toMatch(
          REFUSED,
        );
        expect(await refusals()).toBeGreaterThan(before);
      }),
    );
  });
});
