import {
  ReadModelServiceService,
  type ReadModelJob as JobMessage,
} from '@tradewind/contracts/operations/v1/read_models';
import type { ReadModelJob } from '@tradewind/event-bus';
import { AppError } from '@tradewind/kernel';
import { implementation, type ServiceImplementation } from '@tradewind/rpc';
import type { Messaging } from './messaging.ts';

/** The operator's door to a service's read models. */
export function readModelEndpoint(messaging: Messaging): ServiceImplementation {
  const kept = () => {
    if (messaging.readModels) return messaging.readModels;
    throw new AppError('unavailable', 'READ_MODEL.NOT_STARTED', 'the service has not started');
  };
  const request = (kind: ReadModelJob['kind']) => async (call: { name: string; operator: string }) => ({
    job: toMessage(await kept().request(call.name, kind, call.operator)),
  });
  return implementation(ReadModelServiceService, {
    listReadModels: async () => ({
      readModels: (await kept().list()).map(({ job, tables, eventTypes, ...same }) => ({
        ...same,
        tables: [...tables],
        eventTypes: [...eventTypes],
        job: job && toMessage(job),
      })),
    }),
    rebuildReadModel: request('rebuild'),
    verifyReadModel: request('verification'),
  });
}

function toMessage({ model: _, requestedAt, finishedAt, differences, ...same }: ReadModelJob): JobMessage {
  return {
    ...same,
    requestedAt: requestedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? '',
    differences: differences ?? 0,
    compared: differences !== null,
  };
}
