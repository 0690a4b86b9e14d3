import { uuidV7 } from '@tradewind/kernel';
import type { ProvingGround } from './proving-ground.ts';

const topicOf = (type: string): string => type.split('.').slice(0, 2).join('.');

/** Puts an event into the log whose data is no message at all. @returns its id */
export async function newPoison(ground: ProvingGround, type: string): Promise<string> {
  const id = uuidV7();
  const record = {
    ...{ topic: topicOf(type), partition: 0, id, key: uuidV7(), type },
    occurred_at: new Date().toISOString(),
    payload: 'this is no message',
  };
  await ground.databases.rows('eventlog', 'select append_events($1::jsonb)', [JSON.stringify([record])]);
  return id;
}
