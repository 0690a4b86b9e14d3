import type { FaultRegistry } from '@tradewind/faults';
import { AppError } from '@tradewind/kernel';
import type { EventLog } from './event-log.ts';

/**
 * The log with the demo's switches around it: told so it takes no events, as a broker that is away, or hands each of them
 * on several times, as a broker may. Without the demo it is the log itself.
 */
export function withFaults(log: EventLog, registry: FaultRegistry): EventLog {
  if (!registry.enabled) return log;
  const stopped = registry.offer('bus-stopped');
  const duplicates = registry.offer('bus-duplicates');
  return {
    ...log,
    async append(events) {
      if (stopped.on) throw new AppError('unavailable', 'FAULT.INJECTED', 'the event bus was told to stop');
      await log.append(events);
    },
    consume: (group, topics, handle) =>
      log.consume(group, topics, (records) =>
        handle(
          duplicates.on
            ? records.flatMap((record) => Array<typeof record>(duplicates.value).fill(record))
            : records,
        ),
      ),
  };
}
