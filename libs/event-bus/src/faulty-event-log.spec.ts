import { createFaults } from '@tradewind/faults';
import { expect, it, vi } from 'vitest';
import { newEvent } from './event.ts';
import type { EventLog, LogRecord } from './event-log.ts';
import { withFaults } from './faulty-event-log.ts';

const event = newEvent('tradewind.order.v1.order-confirmed', 'o', { orderId: 'o' } as never);
const record: LogRecord = { topic: 'tradewind.order', partition: 0, offset: 0, event };

function bench() {
  const append = vi.fn(async () => {});
  let deliver: (records: LogRecord[]) => Promise<void> = async () => {};
  const log: EventLog = {
    append,
    consume: async (_group, _topics, handle) => {
      deliver = handle;
      return { stop: async () => {} };
    },
    ends: async () => [],
    close: async () => {},
  };
  return { log, append, deliver: (records: LogRecord[]) => deliver(records) };
}

it('outside of the demo it is the log itself', () => {
  const { log } = bench();
  expect(withFaults(log, createFaults())).toBe(log);
});

it('told to stop it takes no events, until it is off', async () => {
  const faults = createFaults();
  faults.enable('order');
  const { log, append } = bench();
  const faulty = withFaults(log, faults);
  faults.set('bus-stopped', { enabled: true });
  await expect(faulty.append([event])).rejects.toMatchObject({ code: 'FAULT.INJECTED', retryable: true });
  expect(append).not.toHaveBeenCalled();
  faults.reset();
  await faulty.append([event]);
  expect(append).toHaveBeenCalledWith([event]);
});

it('told to duplicate it hands each record on so many times, in order', async () => {
  const faults = createFaults();
  faults.enable('cart');
  const { log, deliver } = bench();
  const seen: number[][] = [];
  await withFaults(log, faults).consume('cart', [], async (records) => {
    seen.push(records.map(({ offset }) => offset));
  });
  await deliver([record, { ...record, offset: 1 }]);
  faults.set('bus-duplicates', { enabled: true, value: 2 });
  await deliver([record, { ...record, offset: 1 }]);
  expect(seen).toEqual([
    [0, 1],
    [0, 0, 1, 1],
  ]);
});
