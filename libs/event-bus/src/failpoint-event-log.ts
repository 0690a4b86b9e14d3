import { disturbOrder, failpoints } from '@tradewind/failpoints';
import { seededRandom } from '@tradewind/kernel';
import type { StoredEvent } from './event.ts';
import type { EventLog, LogRecord } from './event-log.ts';

/**
 * The log with failpoints around it: `publish:<type>` when events are handed to it, `deliver:<type>` when they are handed on
 * and before their offsets are kept. Told so, it delivers as badly as its promises allow: several times, keys mixed.
 */
export function withFailpoints(log: EventLog): EventLog {
  if (!failpoints.enabled) return log;
  let random: { seed: number; next: () => number } | undefined;

  function disturbed(records: LogRecord[]): LogRecord[] {
    const { disturbance } = failpoints;
    if (!disturbance) return records;
    if (random?.seed !== disturbance.seed)
      random = { seed: disturbance.seed, next: seededRandom(disturbance.seed) };
    const { copies } = disturbance;
    return disturbOrder(records, { copies, keyOf: (record) => record.event.key, random: random.next });
  }

  return {
    ...log,
    async append(events) {
      await passAll('publish', events, 'before');
      await log.append(events);
      await passAll('publish', events, 'after');
    },
    consume: (group, topics, handle) =>
      log.consume(group, topics, async (records) => {
        const events = records.map((record) => record.event);
        await passAll('deliver', events, 'before');
        await handle(disturbed(records));
        await passAll('deliver', events, 'after');
      }),
  };
}

async function passAll(kind: string, events: readonly StoredEvent[], moment: string): Promise<void> {
  for (const type of new Set(events.map((event) => event.type)))
    await failpoints.pass(`${kind}:${type}:${moment}`);
}
