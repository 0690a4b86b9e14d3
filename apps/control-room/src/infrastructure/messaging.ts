import type { MessagingReport } from '../application/ports/watched-system.ts';
import type { Clients } from './clients.ts';

/** How every service's messaging stands; a service that is away is left out. */
export async function askMessaging({ messaging }: Clients): Promise<MessagingReport[]> {
  const reports = await Promise.allSettled(
    messaging.map(async ({ service, client }) => ({ service, ...(await client.getMessagingStatus({})) })),
  );
  return reports.flatMap((it) => (it.status === 'fulfilled' ? [it.value] : []));
}

export async function findUnhandled(
  { messaging }: Clients,
  service: string,
  eventIds: readonly string[],
): Promise<string[]> {
  const client = messaging.find((it) => it.service === service)?.client;
  if (!client || eventIds.length === 0) return [];
  return (await client.findUnhandledEvents({ eventIds: [...eventIds] })).eventIds;
}
