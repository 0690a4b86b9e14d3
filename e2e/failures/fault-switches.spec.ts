import { eventually } from '@tradewind/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { faultNamed, listFaults } from '../support/faults.ts';
import { processNamed, resetFaults } from '../support/operator.ts';
import { shopUrl, type Problem } from '../support/shop.ts';

afterEach(resetFaults);

async function put(name: string, body: unknown): Promise<{ status: number; body: Problem }> {
  const answer = await fetch(new URL(`/ops/api/faults/${name}`, shopUrl), {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, body: (await answer.json()) as Problem };
}

describe('the fault switches', () => {
  it('tell what to expect, what happens after, what answers it and where to see that', async () => {
    const faults = await listFaults();
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
    expect(new Set(faults.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(15);
    for (const { name, title, expect: seen, after, pattern, see, ...rest } of faults) {
      for (const words of [title, seen, after, pattern]) expect(words, name).not.toBe('');
      expect(see, name).toMatch(/^\/ops\//);
      expect(rest.enabled, name).toBe(false);
      if (rest.unit !== null) expect(rest.defaultValue, name).toBeGreaterThanOrEqual(rest.minimum!);
      if (rest.unit !== null) expect(rest.defaultValue, name).toBeLessThanOrEqual(rest.maximum!);
    }
  });

  it.each([
    ['payment-sleepy', { enabled: true }, 404, 'FAULT.UNKNOWN', undefined],
    ['payment-slow', { enabled: true, value: 0 }, 422, 'FAULT.VALUE_OUT_OF_RANGE', 'value'],
    ['payment-failing', { enabled: true, value: 101 }, 422, 'FAULT.VALUE_OUT_OF_RANGE', 'value'],
    ['payment-down', { enabled: true, value: 5 }, 422, 'FAULT.VALUE_OUT_OF_RANGE', 'value'],
    ['payment-slow', { enabled: true, lastsSeconds: 1e6 }, 422, 'FAULT.VALUE_OUT_OF_RANGE', 'lastsSeconds'],
    ['payment-slow', { enabled: 'yes' }, 422, 'VALIDATION.FAILED', 'enabled'],
    ['payment-slow', { enabled: true, for: 1 }, 422, 'VALIDATION.FAILED', 'for'],
    // There is no TLS between the processes of one machine; the list says why.
    ['certificate-expired', { enabled: true }, 409, 'FAULT.NOT_APPLICABLE', undefined],
  ])('%s refuses %j with %d %s', async (name, body, status, code, field) => {
    const answer = await put(name, body);
    expect(answer).toMatchObject({ status, body: { status, code } });
    expect(answer.body.errors?.map((it) => it.field)).toEqual(field === undefined ? undefined : [field]);
    expect((await listFaults()).filter(({ enabled }) => enabled)).toEqual([]);
  });

  it('end by themselves after the time that was asked for', async () => {
    const { expiresAt } = (await put('cart-slow', { enabled: true, value: 10, lastsSeconds: 1 }))
      .body as never;
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now());
    expect(await faultNamed('cart-slow')).toMatchObject({ enabled: true, value: 10 });
    await eventually(async () => {
      expect(await faultNamed('cart-slow')).toMatchObject({ enabled: false, expiresAt: null });
    });
  });

  it('end with their process', async () => {
    await put('recommendation-slow', { enabled: true, value: 10 });
    const { pid } = await processNamed('recommendation');
    process.kill(pid, 'SIGKILL');
    await eventually(
      async () => {
        const after = await processNamed('recommendation');
        expect([after.pid === pid, after.ready]).toEqual([false, true]);
      },
      { within: 20_000, every: 100 },
    );
    expect(await faultNamed('recommendation-slow')).toMatchObject({ enabled: false, expiresAt: null });
  });

  it('of the whole system are thrown in every process that has them', async () => {
    const { services } = await faultNamed('bus-stopped');
    expect(services).toEqual(expect.arrayContaining(['order', 'cart', 'payment', 'notification']));
    expect((await put('bus-stopped', { enabled: true })).body).toMatchObject({ enabled: true, services });
    await resetFaults();
    expect(await faultNamed('bus-stopped')).toMatchObject({ enabled: false });
  });
});
