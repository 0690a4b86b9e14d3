import { createHmac } from 'node:crypto';
import { seededRandom } from '@tradewind/kernel';
import { shuffled } from '../schedule/chance.ts';
import type { FaultHandler } from './fault-handler.ts';

const RECENT = 'select body from webhook order by next_attempt_at desc limit 40';

/**
 * Everything that the provider told lately, again, twice and in another order; and the same signed by somebody else, and
 * signed too long ago, which must be turned away.
 */
export const webhooksAgain: FaultHandler<'webhooks-again'> = async ({ seed }, { ground }) => {
  const { ports, secrets } = ground.system.context;
  const url = `http://127.0.0.1:${ports.of('payment', 'webhook')}/webhooks/psp`;
  const bodies = (await ground.databases.rows<{ body: string }>('psp', RECENT)).map(({ body }) => body);
  const secret = secrets.get('pspWebhook');
  for (const body of shuffled(seededRandom(seed), [...bodies, ...bodies])) {
    await send(url, body, sign(body, secret, Date.now()));
    const forged = await send(url, body, sign(body, 'somebody else who does not know it', Date.now()));
    const old = await send(url, body, sign(body, secret, Date.now() - 3_600_000));
    if ([forged, old].some((status) => status !== undefined && status < 400))
      throw new Error('a webhook with a wrong signature was taken');
  }
};

function sign(body: string, secret: string, now: number): string {
  const time = Math.floor(now / 1000);
  return `t=${time},v1=${createHmac('sha256', secret).update(`${time}.${body}`).digest('hex')}`;
}

async function send(url: string, body: string, signature: string): Promise<number | undefined> {
  const headers = { 'content-type': 'application/json', 'psp-signature': signature };
  const options = { method: 'POST', body, headers, signal: AbortSignal.timeout(3_000) };
  return fetch(url, options).then(
    (response) => response.status,
    () => undefined,
  );
}
