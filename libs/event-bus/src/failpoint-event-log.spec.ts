import { failpoints } from '@tradewind/failpoints';
import { beforeAll, afterEach, describe, expect, it } from 'vitest';
import type { StoredEvent } from './event.ts';
import type { EventLog, LogRecord } from './event-log.ts';
import { withFailpoints } from './failpoint-event-log.ts';

const event = (key: string, id: string) =>
  ({ id, key, type: 'tradewind.order.v1.order-shipped', topic: 'tradewind.order' }) as StoredEvent;

/** A log that hands every batch on at once. */
function recordingLog() {
  const appended: string[] = [];
  let deliver: (records: LogRecord[]) => Promise<void> = async () => {};
  const log = {
    append: async (events: readonly StoredEvent[]) => void appended.push(...events.map(({ id }) => id)),
    consume: async (_group: string, _topics: readonly string[], handle: typeof deliver) => {
      deliver = handle;
      return { stop: async () => {} };
    },
  } as unknown as EventLog;
  const handed = (events: StoredEvent[]): Promise<void> =>
    deliver(
      events.map((it, offset) => ({ topic: it.topic, partition: 0, offset, event: it }) satisfies LogRecord),
    );
  return { log, appended, handed };
}

it('is the log itself while failpoints are off', () => {
  const { log } = recordingLog();
  expect(withFailpoints(log)).toBe(log);
});

describe('a log with failpoints', () => {
  beforeAll(() => failpoints.enable());
  afterEach(() => {
    failpoints.disarm();
    failpoints.disturb(undefined);
  });

  it('loses the answer of an append that was done', async () => {
    const { log, appended } = recordingLog();
    const name = 'publish:tradewind.order.v1.order-shipped:after';
    failpoints.arm(name, { action: { do: 'fail' }, at: 1, times: 1 });
    await expect(withFailpoints(log).append([event('a', 'a1')])).rejects.toMatchObject({
      code: 'FAILPOINT.FAILED',
    });
    expect(appended).toEqual(['a1']);
  });

  it('delivers every event three times when told to, and fails after they were handled', async () => {
    const { log, handed } = recordingLog();
    const handled: string[] = [];
    await withFailpoints(log).consume('g', ['t'], async (records) => {
      handled.push(...records.map((record) => record.event.id));
    });
    failpoints.disturb({ copies: 3, seed: 1 });
    failpoints.arm('deliver:tradewind.order.v1.order-shipped:after', {
      action: { do: 'fail' },
      at: 1,
      times: 1,
    });
    await expect(handed([event('a', 'a1'), event('b', 'b1')])).rejects.toThrow('told to fail');
    expect(handled.toSorted()).toEqual(['a1', 'a1', 'a1', 'b1', 'b1', 'b1']);
  });
});
