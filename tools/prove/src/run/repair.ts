import type { Snapshot } from '../checkers/snapshot.ts';
import type { ProvingGround } from '../ground/proving-ground.ts';
import { refill } from '../ground/stock-up.ts';

const NOTE = 'everything runs again';

/**
 * What an operator would do now that everything runs again: what was sold out is bought in, parked sagas are tried again,
 * dead letters are handled again.
 */
export async function repair(
  ground: ProvingGround,
  { sagas, letters }: Snapshot,
  products: readonly string[],
): Promise<void> {
  const operate = (path: string): Promise<Response> =>
    fetch(new URL(path, ground.system.url), {
      method: 'POST',
      body: JSON.stringify({ note: NOTE }),
      headers: { 'content-type': 'application/json' },
      signal: AbortSignal.timeout(5_000),
    });
  const parked = sagas.filter(({ state }) => state === 'parked');
  if (parked.length > 0) await refill(ground, products);
  for (const { orderId } of parked) await operate(`/ops/api/sagas/${orderId}/retry`);
  if (!letters.some(({ state }) => state === 'parked')) return;
  const answer = await fetch(new URL('/ops/api/dead-letters', ground.system.url));
  const { items } = (await answer.json()) as { items: { id: string; cause: { code: string } }[] };
  // Replaying handles the later letters of a key, too; what nobody can read must be given up first.
  for (const { id, cause } of items.toReversed())
    await operate(`/ops/api/dead-letters/${id}/${cause.code === 'EVENT.MALFORMED' ? 'discard' : 'replay'}`);
}
