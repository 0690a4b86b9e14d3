import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, kubectl } from './support/cluster.ts';
import { EGRESS, registered, startWorld, stopWorld, trusts, type World } from './support/outside-world.ts';
import { asOrder, asPayment, asStranger, outside, sendOne, told, type Job } from './support/probes.ts';
import { linesOf, type Line } from './support/refusals.ts';
import { inPlace } from './support/shipped.ts';

const HOST = 'api.psp.example';
const charges: Job = { url: `http://${HOST}/v1/charges`, timeout: 5_000 };
let world: World;
/** The provider's own address, which nobody is to use. */
let address: string;

const answer = async (job: Job, probe = asPayment): Promise<string> => told(await sendOne(probe, job));
const inTheLab = (during: () => Promise<void>): Promise<void> =>
  inPlace([trusts(world.authority), registered()], during, EGRESS);

beforeAll(async () => {
  world = await startWorld();
  address = await kubectl(['-n', 'outside-world', 'get', 'pods', '-o', 'jsonpath={.items[0].status.podIP}']);
});
afterAll(stopWorld);

describe('the payment provider', () => {
  it('is not believed with the certificate of somebody else', async () => {
    await inPlace(
      [trusts(world.stranger), registered()],
      async () => {
        await eventually(async () => expect(await answer(charges)).toBe('503'));
        const refused = ({ details }: Line): boolean => /CERTIFICATE_VERIFY_FAILED/.test(details ?? '');
        expect(await linesOf('egress-gateway', refused, { namespace: EGRESS })).not.toEqual([]);
      },
      EGRESS,
    );
  });

  it('is reached by payment through the egress gateway, which speaks TLS', async () => {
    await inTheLab(async () => {
      await eventually(async () => expect(await answer(charges)).toBe('200'));
      const { body } = await sendOne(asPayment, charges);
      expect(JSON.parse(body)).toEqual({ path: '/v1/charges', sni: HOST });
      const [line] = await linesOf(
        'egress-gateway',
        ({ path, status }) => path === '/v1/charges' && status === 200,
        { namespace: EGRESS },
      );
      expect(line!.caller).toMatch(/\/sa\/payment$/);
    });
  });

  it('is refused to everybody else, and to payment for anything but charges', async () => {
    await inTheLab(async () => {
      await eventually(async () => expect(await answer(charges)).toBe('200'));
      const others: Promise<string>[] = [
        answer(charges, asOrder),
        answer(charges, asStranger),
        answer({ ...charges, method: 'DELETE' }),
        answer({ ...charges, url: `http://${HOST}/v1/payouts` }),
      ];
      expect(await Promise.all(others)).toEqual(['403', '403', '403', '403']);
    });
  });

  it('is not reached past the egress gateway: by TLS of the program, by its address, by its name in the cluster', async () => {
    await inTheLab(async () => {
      await eventually(async () => expect(await answer(charges)).toBe('200'));
      const direct: Job = { url: `https://${address}:8443/v1/charges`, timeout: 5_000 };
      // It is there: who has no proxy reaches it.
      expect(await answer(direct, outside)).toBe('200');
      const ways = [
        `https://${HOST}/v1/charges`,
        direct.url,
        'https://provider.outside-world.svc.cluster.local/v1/charges',
      ];
      const answers = await Promise.all(ways.map((url) => answer({ url, timeout: 5_000 })));
      expect(answers).toEqual(['ECONNRESET', 'ECONNRESET', 'ECONNRESET']);
    });
  });
});

describe('a host that nobody has registered', () => {
  it('is refused with 502, and TLS to it is closed', async () => {
    const headers = { host: 'unregistered.example', 'x-request-id': 'unregistered' };
    expect(await answer({ url: `http://${address}/`, headers, timeout: 5_000 })).toBe('502');
    expect(await answer({ url: `https://${address}/`, headers, timeout: 5_000 })).toBe('ECONNRESET');
    const lines = await linesOf(
      asPayment.name,
      ({ cluster, route }) => route === 'block_all' || (cluster ?? '').startsWith('BlackHoleCluster'),
    );
    expect(lines.length).toBeGreaterThan(0);
  });
});
