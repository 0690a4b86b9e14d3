import { describe, expect, it } from 'vitest';
import { createLogMemory, type LogFilter, type LogMemory } from './log-memory.ts';

const TRACE = '0af7651916cd43dd8448eb211c80319c';

function line(msg: string, level = 30, rest: object = {}): string {
  return `${JSON.stringify({ level, time: '2026-01-01T00:00:00.000Z', service: 'shop', msg, ...rest })}\n`;
}

const messages = (memory: LogMemory, filter?: LogFilter): string[] =>
  memory.find(filter).map(({ message }) => message);

describe('the latest log lines', () => {
  it('are answered newest first, with their fields apart', () => {
    const memory = createLogMemory(3);
    memory.add(line('first'));
    memory.add(line('second', 50, { traceId: TRACE, spanId: 'b7ad6b7169203331', orderId: 'o' }));
    expect(messages(memory)).toEqual(['second', 'first']);
    expect(memory.find({ limit: 1 })).toEqual([
      {
        ...{ at: '2026-01-01T00:00:00.000Z', service: 'shop', level: 'error', message: 'second' },
        ...{ traceId: TRACE, spanId: 'b7ad6b7169203331', fields: { orderId: 'o' } },
      },
    ]);
    expect(memory.find().at(-1)).toMatchObject({ traceId: null, spanId: null, fields: {} });
  });

  it('are no more than were asked for: the oldest go', () => {
    const memory = createLogMemory(3);
    for (const name of ['a', 'b', 'c', 'd', 'e']) memory.add(line(name));
    expect(messages(memory)).toEqual(['e', 'd', 'c']);
  });

  it('can be asked for by trace and by level', () => {
    const memory = createLogMemory(10);
    memory.add(line('mine', 30, { traceId: TRACE }));
    memory.add(line('names it only', 30, { note: TRACE }));
    memory.add(line('other', 40));
    memory.add(line('mine too', 40, { traceId: TRACE }));
    expect(messages(memory, { traceId: TRACE })).toEqual(['mine too', 'mine']);
    expect(messages(memory, { level: 'warn' })).toEqual(['mine too', 'other']);
    expect(messages(memory, { level: 'warn', traceId: TRACE })).toEqual(['mine too']);
    expect(messages(memory, { level: 'error' })).toEqual([]);
  });
});
