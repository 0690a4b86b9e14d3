import { describe, expect, it } from 'vitest';
import { createQuantiles } from './quantiles.ts';
import type { RecordedSpan } from './recorded-span.ts';
import { adaptiveTail, type TailOptions } from './tail-sampler.ts';

/** A trace of one span; the ids are spread evenly, so that a share of them is exact. */
function traceOf(number: number, of: number, rest: Partial<RecordedSpan> = {}): RecordedSpan {
  const low = Math.floor((number * 2 ** 56) / of);
  const traceId = '0'.repeat(18) + low.toString(16).padStart(14, '0');
  const spanContext = () => ({ traceId, spanId: 's', traceFlags: 0 });
  return { name: 'GET /', duration: 10, failed: false, spanContext, ...rest } as RecordedSpan;
}

function tail(options: Partial<TailOptions> = {}) {
  const kept: RecordedSpan[] = [];
  const keeper = adaptiveTail({ share: 0, perSecond: 1_000, now: () => 0, ...options }, (it) =>
    kept.push(it),
  );
  return { kept, see: (span: RecordedSpan) => keeper.complete(span, [span]) };
}

describe('the adaptive sampler', () => {
  it('keeps every failed trace, up to its limit', () => {
    const { kept, see } = tail({ perSecond: 5 });
    for (let index = 0; index < 20; index++) see(traceOf(index, 20, { failed: index % 2 === 0 }));
    expect(kept).toHaveLength(5);
    expect(kept.every(({ failed }) => failed)).toBe(true);
  });

  it('keeps a share of the ordinary ones, the same in every process', () => {
    const [one, other] = [tail({ share: 0.1 }), tail({ share: 0.1 })];
    for (let index = 0; index < 1_000; index++) {
      one.see(traceOf(index, 1_000));
      other.see(traceOf(index, 1_000, { name: 'served by another' }));
    }
    expect(one.kept).toHaveLength(100);
    const ids = (spans: RecordedSpan[]) => spans.map((span) => span.spanContext().traceId);
    expect(ids(other.kept)).toEqual(ids(one.kept));
  });

  it('keeps what is slow for its operation, and learns what is usual', () => {
    const { kept, see } = tail();
    for (let index = 0; index < 100; index++) see(traceOf(index, 100, { duration: 10 }));
    expect(kept).toEqual([]);
    see(traceOf(1, 100, { duration: 50 }));
    expect(kept).toHaveLength(1);
    // What is slow here is usual elsewhere.
    for (let index = 0; index < 100; index++)
      see(traceOf(index, 100, { name: 'POST /api/orders', duration: 50 }));
    expect(kept).toHaveLength(1);
    // When everything becomes slower, slower is the new usual.
    for (let index = 0; index < 128; index++) see(traceOf(index, 128, { duration: 40 }));
    const before = kept.length;
    see(traceOf(1, 100, { duration: 40 }));
    expect(kept).toHaveLength(before);
    see(traceOf(1, 100, { duration: 60 }));
    expect(kept).toHaveLength(before + 1);
  });

  it('lets slow ones not take the place of failed ones', () => {
    const { kept, see } = tail({ perSecond: 3 });
    for (let index = 0; index < 50; index++) see(traceOf(index, 50));
    for (let index = 0; index < 10; index++) see(traceOf(index, 10, { duration: 1_000 + index }));
    for (let index = 0; index < 10; index++) see(traceOf(index, 10, { failed: true, duration: 1 }));
    expect(kept.filter(({ failed }) => failed)).toHaveLength(3);
    expect(kept.filter(({ failed }) => !failed)).toHaveLength(3);
  });
});

describe('a quantile', () => {
  it('is not known before there are enough values, and is that of each name', () => {
    const quantiles = createQuantiles(0.95);
    for (let value = 1; value <= 20; value++) expect(quantiles.exceeds('a', value)).toBe(false);
    expect(quantiles.exceeds('a', 19)).toBe(false);
    expect(quantiles.exceeds('a', 20)).toBe(true);
    expect(quantiles.exceeds('b', 1_000)).toBe(false);
  });

  it('takes no more than so many names into memory', () => {
    const quantiles = createQuantiles(0.5);
    for (let name = 0; name < 1_000; name++) quantiles.exceeds(`id ${name}`, 1);
    for (let look = 0; look < 50; look++) quantiles.exceeds('one too many', 1);
    expect(quantiles.exceeds('one too many', 1e9)).toBe(false);
  });
});
