import { topicOf, type EventType } from '@tradewind/contracts';
import { uuidV7 } from '@tradewind/kernel';
import type { ProvingGround } from './proving-ground.ts';

/** Puts an event into the log whose data is no message at all. @returns its id */
export async function newPoison(ground: ProvingGround, type: string): Promise<string> {
  const id = uuidV7();
  const event = {
    ...{ id, type: type as EventType, topic: topicOf(type as EventType), key: uuidV7() },
    occurredAt: new Date().toISOString(),
    traceparent: undefined,
    data: 'this is no message',
  };
  await ground.log.append([event]);
  return id;
}
