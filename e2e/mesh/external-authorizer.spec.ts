import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atTheDoor } from './support/door.ts';
import { eventually, kubectl } from './support/cluster.ts';
import { outside, sendOne, told, type Group } from './support/probes.ts';
import { sendMarked } from './support/refusals.ts';
import { inPlace, shipped } from './support/shipped.ts';

const folder = join(import.meta.dirname, '../../deploy/istio/security/external-authorizer');
const namespace = 'istio-authorizer';

/** Nothing is at this address: who gets as far as that is told 404. */
const change = (ticket?: string) =>
  atTheDoor('/ops/api/nothing', {
    method: 'POST',
    headers: ticket === undefined ? {} : { 'x-change-ticket': ticket },
  });
const answer = async (ticket?: string): Promise<Group> => sendOne(outside, change(ticket));

async function scale(replicas: number): Promise<void> {
  await kubectl(['-n', namespace, 'scale', 'deployment/authorizer', `--replicas=${replicas}`]);
  if (replicas > 0)
    await kubectl(['-n', namespace, 'rollout', 'status', 'deployment/authorizer', '--timeout=90s']);
  else
    await kubectl([
      ...['-n', namespace, 'wait', '--for=delete', 'pod', '--timeout=60s'],
      ...['-l', 'app.kubernetes.io/name=authorizer'],
    ]);
}

describe('a program that decides', () => {
  beforeAll(async () => {
    await kubectl(['apply', '-k', folder]);
    await scale(1);
  });
  afterAll(() => kubectl(['delete', '-k', folder, '--ignore-not-found', '--wait=false']));

  it('refuses a change without a ticket and lets one with a ticket go on; others are not asked', async () => {
    await inPlace(shipped('security/external-authorizer/policy.yaml'), async () => {
      const refused = await eventually(async () => {
        const call = await sendMarked(outside, 'gateway', change());
        expect(call.answer).toBe('403');
        return call;
      });
      expect(JSON.parse(refused.body)).toMatchObject({ code: 'AUTHORIZATION.NO_TICKET' });
      expect(told(await answer('nothing like that'))).toBe('403');
      expect(told(await answer('OPS-42'))).toBe('404');
      expect(told(await sendOne(outside, atTheDoor('/ops/api/services')))).toBe('200');
      expect(await refused.line()).toMatchObject({ details: 'ext_authz_denied', flags: 'UAEX' });

      // Nobody decides: nobody changes.
      await scale(0);
      await eventually(async () => expect(told(await answer('OPS-42'))).toBe('503'));
    });
    await eventually(async () => expect(told(await answer())).toBe('404'));
  });
});
