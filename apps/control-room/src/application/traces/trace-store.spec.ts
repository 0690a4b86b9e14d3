import { describe, expect, it } from 'vitest';
import type { Span } from './span.ts';
import { TraceStore } from './trace-store.ts';

function span(traceId: string, spanId: string, start = 1): Span {
  const rest = {
    name: 'n',
    service: 's',
    kind: 'internal',
    durationMs: 1,
    status: 'unset',
    attributes: {},
    events: [],
    links: [],
    finished: true,
  } as const;
  return {
    ...rest,
    traceId,
    spanId,
    parentSpanId: null,
    startUnixNano: String(start),
    events: [],
    links: [],
  };
}

describe('the trace store', () => {
  it('counts a span that is sent twice once', () => {
    const store = new TraceStore(10);
    store.add([span('t', 'a')]);
    store.add([span('t', 'a'), span('t', 'b')]);
    expect(store.find('t').map((it) => it.spanId)).toEqual(['a', 'b']);
  });

  it('keeps the finished form of a span that was first sent while it ran, whichever comes last', () => {
    const store = new TraceStore(10);
    const running = { ...span('t', 'a'), finished: false };
    store.add([running]);
    expect(store.find('t')).toMatchObject([{ finished: false }]);
    store.add([span('t', 'a')]);
    store.add([running]);
    expect(store.find('t')).toMatchObject([{ finished: true }]);
  });

  it('sums up the latest traces, the newest first', () => {
    const store = new TraceStore(10);
    const at = 1_800_000_000_000_000_000;
    store.add([
      span('old', 'a', at),
      { ...span('new', 'b', at + 5_000_000), service: 'other', status: 'error' },
    ]);
    store.add([{ ...span('old', 'c', at + 2_000_000), durationMs: 4 }]);
    expect(store.latest(5)).toEqual([
      expect.objectContaining({ traceId: 'new', services: ['other'], spans: 1, failed: true }),
      expect.objectContaining({
        traceId: 'old',
        at: '2027-01-15T08:00:00.000Z',
        durationMs: 6,
        failed: false,
      }),
    ]);
    expect(store.latest(1).map(({ traceId }) => traceId)).toEqual(['new']);
  });

  it('drops whole traces, the oldest first, when there are too many spans', () => {
    const store = new TraceStore(3);
    store.add([span('old', 'a'), span('old', 'b'), span('new', 'c')]);
    store.add([span('new', 'd')]);
    expect(store.find('old')).toEqual([]);
    expect(store.find('new')).toHaveLength(2);
  });

  it('answers spans by their start, which is larger than a number can hold', () => {
    const store = new TraceStore(10);
    store.add([span('t', 'later', 1_900_000_000_000_000_000), span('t', 'first', 1_800_000_000_000_000_000)]);
    expect(store.find('t').map((it) => it.spanId)).toEqual(['first', 'later']);
  });
});
