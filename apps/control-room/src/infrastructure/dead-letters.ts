import type { DeadLetter } from '@tradewind/contracts/operations/v1/dead_letters';
import { AppError } from '@tradewind/kernel';
import { LETTER_STATES, type LetterFilter, type ParkedEvent } from '../application/ports/watched-system.ts';
import type { Clients } from './clients.ts';

/**
 * A page of the dead letters of all services, newest first; a service that is away is left out. Ids are UUIDv7: they tell
 * the order among services too, and the last one of a page is where the next begins.
 */
export async function listDeadLetters(
  clients: Clients,
  { states, service, type }: LetterFilter,
  pageSize: number,
  pageToken: string,
): Promise<{ items: ParkedEvent[]; nextPageToken: string | null }> {
  const asked = clients.deadLetters.filter((it) => service === '' || it.service === service);
  const request = { pageSize: pageSize + 1, pageToken, states: [...states], type };
  const lists = await Promise.allSettled(
    asked.map(async (it) => {
      const { deadLetters } = await it.client.listDeadLetters(request);
      return deadLetters.map((letter) => toParkedEvent(it.service, letter));
    }),
  );
  const all = lists
    .flatMap((it) => (it.status === 'fulfilled' ? it.value : []))
    .sort((left, right) => (left.id < right.id ? 1 : -1));
  const items = all.slice(0, pageSize);
  return { items, nextPageToken: all.length > pageSize ? items.at(-1)!.id : null };
}

const ANY = { states: LETTER_STATES, service: '', type: '' };
const LAST_ID = 'ffffffff-ffff-7fff-bfff-ffffffffffff';

/** The service that holds a letter. */
export async function ownerOf(clients: Clients, id: string): Promise<Clients['deadLetters'][0]['client']> {
  const { items } = await listDeadLetters(clients, ANY, 1, nextAfter(id));
  const owner = clients.deadLetters.find((it) => it.service === items[0]?.service);
  if (items[0]?.id !== id || !owner)
    throw new AppError('not-found', 'DEAD_LETTER.NOT_FOUND', `no dead letter ${id} is parked`);
  return owner.client;
}

/** The token of the page that begins with this id. */
function nextAfter(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) return LAST_ID;
  const next = (BigInt(`0x${id.replaceAll('-', '')}`) + 1n).toString(16).padStart(32, '0');
  return [next.slice(0, 8), next.slice(8, 12), next.slice(12, 16), next.slice(16, 20), next.slice(20)].join(
    '-',
  );
}

function toParkedEvent(service: string, letter: DeadLetter): ParkedEvent {
  const { id, eventId, type, key, causeCode, causeMessage, attempts, parkedAt, dataJson } = letter;
  return {
    ...{ id, service, eventId, type, aggregateId: key, attempts, parkedAt },
    cause: { code: causeCode, message: causeMessage },
    data: JSON.parse(dataJson) as unknown,
    state: letter.state as ParkedEvent['state'],
    dueAt: letter.dueAt || null,
    closedAt: letter.closedAt || null,
    operator: letter.operator || null,
    note: letter.note || null,
  };
}
