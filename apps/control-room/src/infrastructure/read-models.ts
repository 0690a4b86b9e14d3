import { AppError } from '@tradewind/kernel';
import type { WatchedReadModel } from '../application/ports/watched-system.ts';
import type { Clients } from './clients.ts';

/** The read models of every service; a service that is away is left out. */
export async function listReadModels({ readModels }: Clients): Promise<WatchedReadModel[]> {
  const lists = await Promise.allSettled(
    readModels.map(async ({ service, client }) => {
      const { readModels: models } = await client.listReadModels({});
      return models.map((model) => ({ service, ...model }));
    }),
  );
  return lists.flatMap((it) => (it.status === 'fulfilled' ? it.value : []));
}

export async function operateReadModel(
  { readModels }: Clients,
  operation: 'rebuild' | 'verification',
  service: string,
  name: string,
  operator: string,
): Promise<WatchedReadModel['job']> {
  const client = readModels.find((it) => it.service === service)?.client;
  if (!client) throw new AppError('not-found', 'READ_MODEL.UNKNOWN', `${service} has no read model ${name}`);
  const request = { name, operator };
  const once = { idempotent: false };
  const { job } =
    operation === 'rebuild'
      ? await client.rebuildReadModel(request, once)
      : await client.verifyReadModel(request, once);
  return job;
}
