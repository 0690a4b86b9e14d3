import type { LogRow } from '../checkers/snapshot.ts';
import type { ProvingGround } from './proving-ground.ts';

const LOG = `select id, key, type, topic, payload as data from event order by topic, partition, log_offset`;

/** The whole log, each partition in its order. */
export function readLog(ground: ProvingGround): Promise<LogRow[]> {
  return ground.databases.rows<LogRow>('eventlog', LOG);
}
