import type { DeadLetter } from '@tradewind/contracts/operations/v1/dead_letters';
import { AppError } from '@tradewind/kernel';
import type { ParkedEvent } from '../application/ports/watched-system.ts';
import type { Clients } from './clients.ts';

const AT_MOST = 200;

/** The dead letters of every service, newest first; a service that is away is left out. */
export async function listDeadLetters(clients: Clients): Promise<ParkedEvent[]> {
  const lists = await Promise.allSettled(
    clients.deadLetters.map(async ({ service, client }) => {
      const { deadLetters } = await client.listDeadLetters({ pageSize: AT_MOST });
      return deadLetters.map((letter) => toParkedEvent(service, letter));
    }),
  );
  const all = lists.flatMap((it) => (it.status === 'fulfilled' ? it.value : []));
  return all.sort((left, right) => right.parkedAt.localeCompare(left.parkedAt));
}

/** The service that holds a letter. */
export async function ownerOf(clients: Clients, id: string): Promise<Clients['deadLetters'][0]['client']> {
  const letter = (await listDeadLetters(clients)).find((it) => it.id === id);
  const owner = clients.deadLetters.find((it) => it.service === letter?.service);
  if (!owner) throw new AppError('not-found', 'DEAD_LETTER.NOT_FOUND', `no dead letter ${id} is parked`);
  return owner.client;
}

function toParkedEvent(service: string, letter: DeadLetter): ParkedEvent {
  const { id, eventId, type, key, causeCode, causeMessage, attempts, parkedAt, dataJson } = letter;
  const cause = { code: causeCode, message: causeMessage };
  return {
    id,
    service,
    eventId,
    type,
    aggregateId: key,
    cause,
    attempts,
    parkedAt,
    data: JSON.parse(dataJson) as unknown,
  };
}
