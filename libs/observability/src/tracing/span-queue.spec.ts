import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OpenSpans } from './open-spans.ts';
import type { RecordedSpan } from './recorded-span.ts';
import { createSpanQueue } from './span-queue.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const spanNamed = (name: string): RecordedSpan => ({ name }) as RecordedSpan;
const turns = (count: number) => vi.advanceTimersByTimeAsync(400 * count);

describe('the queue of spans', () => {
  it('gathers them and sends them together', async () => {
    const send = vi.fn(async (_: readonly RecordedSpan[]) => {});
    const queue = createSpanQueue({ send });
    queue.add(spanNamed('a'));
    queue.add(spanNamed('b'));
    expect(send).not.toHaveBeenCalled();
    await turns(1);
    expect(send.mock.calls.map(([spans]) => spans.map(({ name }) => name))).toEqual([['a', 'b']]);
    await turns(5);
    expect(send).toHaveBeenCalledTimes(1);
    await queue.stop();
  });

  it('sends again what could not be sent, less and less often, in the same order', async () => {
    const send = vi.fn<(spans: readonly RecordedSpan[]) => Promise<void>>();
    send.mockRejectedValue(new Error('nobody there'));
    const queue = createSpanQueue({ send });
    queue.add(spanNamed('a'));
    await turns(40);
    const tries = send.mock.calls.length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(8);
    send.mockResolvedValue();
    queue.add(spanNamed('b'));
    await turns(17);
    expect(send.mock.lastCall![0].map(({ name }) => name)).toEqual(['a', 'b']);
    await queue.stop();
  });

  it('drops what is too much, and forgets nothing when it stops', async () => {
    const sent: string[] = [];
    const queue = createSpanQueue({
      send: async (spans) => void sent.push(...spans.map(({ name }) => name)),
      maximum: 2,
    });
    for (const name of ['a', 'b', 'c']) queue.add(spanNamed(name));
    await queue.stop();
    expect(sent).toEqual(['a', 'b']);
  });
});

describe('spans that take long', () => {
  it('are sent once while they run, and once at their end', () => {
    const sent: RecordedSpan[] = [];
    const open = new OpenSpans((span) => sent.push(span));
    let age = 0;
    const span = { announced: false, age: () => age } as RecordedSpan;
    open.began(span);
    open.announce();
    expect(sent).toEqual([]);
    age = 300;
    open.announce();
    open.announce();
    expect(sent).toHaveLength(1);
    open.ended(span);
    open.announce();
    expect(sent).toHaveLength(2);
  });
});
