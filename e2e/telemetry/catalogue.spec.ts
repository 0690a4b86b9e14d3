import { ATTRIBUTES, METRICS, SPANS } from '@tradewind/observability';
import { eventually } from '@tradewind/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { operate, processes, type Span } from '../support/operator.ts';
import { productsInStock, Shopper } from '../support/shop.ts';
import { spansOf } from '../support/traces.ts';

interface Series {
  name: string;
  labels: string[];
}

let spans: Span[];
let series: Series[];
let kinds: Map<string, string>;

/** A shopper who does a bit of everything, and an operator who looks. */
async function traffic(): Promise<void> {
  const shopper = new Shopper();
  const [first, second] = await productsInStock(shopper);
  await shopper.add(first!.id);
  await shopper.call(`/api/cart/items/${first!.id}`, { method: 'PATCH', body: { quantity: 2 } });
  const { body: order } = await shopper.order('tok_ok');
  await shopper.add(second!.id);
  await shopper.order('tok_declined');
  await shopper.call(`/api/orders/${order.orderId}/cancellation`, { method: 'POST' });
  await shopper.call('/api/products/00000000-0000-7000-8000-000000000000');
  await operate('/ops/api/reconciliation');
}

const metricsOf = (service: string): Promise<string> =>
  fetch(new URL(`/ops/api/metrics/${service}`, process.env['TRADEWIND_URL'])).then((answer) =>
    answer.ok ? answer.text() : '',
  );

/** Histograms are several series each: `_bucket` with a label `le`, `_sum` and `_count`. */
function seriesIn(text: string): Series[] {
  return [...text.matchAll(/^([a-z_]+)(?:\{([^}]*)\})? /gm)].map(([, name, labels = '']) => ({
    name: name!.replace(/_seconds_(bucket|sum|count)$/, '_seconds'),
    labels: [...labels.matchAll(/(\w+)="/g)].map(([, label]) => label!).filter((label) => label !== 'le'),
  }));
}

async function emittedSpans(): Promise<Span[]> {
  const { items } = await operate<{ items: { traceId: string }[] }>('/ops/api/traces?limit=500');
  const traces = await Promise.all(items.map(({ traceId }) => spansOf(traceId)));
  return traces.flat();
}

beforeAll(async () => {
  await traffic();
  const texts = await Promise.all((await processes()).map(({ name }) => metricsOf(name)));
  series = texts.flatMap(seriesIn);
  kinds = new Map(
    texts.flatMap((text) =>
      [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].map(([, name, kind]): [string, string] => [name!, kind!]),
    ),
  );
  spans = await eventually(async () => {
    const emitted = await emittedSpans();
    expect(emitted.map(({ name }) => name)).toContain('sql mailbox.send');
    return emitted;
  });
});

/** `…` stands for anything, and for the name of a class when it stands alone; the most exact entry counts. */
const matches = (pattern: string, name: string): boolean =>
  pattern === '…'
    ? /^([A-Z][a-z]+)+$/.test(name)
    : new RegExp(`^${RegExp.escape(pattern).replaceAll('…', '.+')}$`).test(name);
const entryOf = ({ name, kind }: Span) =>
  SPANS.filter((entry) => entry.kind === kind && matches(entry.name, name)).toSorted(
    (left, right) => right.name.length - left.name.length,
  )[0];

const unique = (names: Iterable<string>): string[] => [...new Set(names)].toSorted();
const always = <Entry extends { onlyWhen?: string }>(entries: readonly Entry[]): Entry[] =>
  entries.filter(({ onlyWhen }) => onlyWhen === undefined);

describe('metrics', () => {
  it('that are emitted are in the catalogue, with their kind and labels', () => {
    const known = new Map(METRICS.map((entry) => [entry.name, entry]));
    expect(unique(series.map(({ name }) => name)).filter((name) => !known.has(name))).toEqual([]);
    for (const { name, labels } of series)
      expect([name, ...labels.toSorted()]).toEqual([
        ...[name, ...Object.keys(known.get(name)!.labels).toSorted()],
      ]);
    for (const { name, kind } of METRICS)
      if (name !== 'process_cpu_seconds_total') expect(kinds.get(name) ?? kind).toBe(kind);
  });

  it('that are in the catalogue are emitted', () => {
    const emitted = new Set(series.map(({ name }) => name));
    expect(
      always(METRICS)
        .map(({ name }) => name)
        .filter((name) => !emitted.has(name)),
    ).toEqual([]);
  });
});

describe('spans', () => {
  it('that are emitted are in the catalogue, with their kind', () => {
    expect(unique(spans.filter((span) => !entryOf(span)).map(({ kind, name }) => `${kind} ${name}`))).toEqual(
      [],
    );
  });

  it('that are in the catalogue are emitted', () => {
    const emitted = new Set(spans.map(entryOf));
    expect(
      always(SPANS)
        .filter((entry) => !emitted.has(entry))
        .map(({ kind, name }) => `${kind} ${name}`),
    ).toEqual([]);
  });

  it('have attributes that are in the catalogue, and no other', () => {
    const known = new Set(ATTRIBUTES.map(({ name }) => name));
    const emitted = unique(spans.flatMap(({ attributes }) => Object.keys(attributes)));
    expect(emitted.filter((name) => !known.has(name))).toEqual([]);
    expect(
      always(ATTRIBUTES)
        .map(({ name }) => name)
        .filter((name) => !emitted.includes(name)),
    ).toEqual([]);
  });
});
