import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EVENT_TYPES, eventCatalogue, isEventType } from './event-catalogue.ts';
import { TOPICS, topicOf } from './topics.ts';

// What is in the log stays there: a sample is never changed, only added when a type is.
const samples = new URL('../samples/', import.meta.url);
const sampleOf = (type: string): unknown =>
  JSON.parse(readFileSync(new URL(`${type}.json`, samples), 'utf8'));
const codecOf = (type: string) =>
  eventCatalogue[type as keyof typeof eventCatalogue] as {
    fromJSON(json: unknown): unknown;
    toJSON(message: unknown): unknown;
  };

/** The paths of all values of an object. */
function pathsOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, `${path}.${key}`));
}

describe('the stored samples', () => {
  it('are one for each event type', () => {
    expect(readdirSync(samples).toSorted()).toEqual(EVENT_TYPES.map((type) => `${type}.json`).toSorted());
  });

  it.each(EVENT_TYPES)('%s is read and written again without loss', (type) => {
    const { fromJSON, toJSON } = codecOf(type);
    const message = fromJSON(sampleOf(type));
    expect(toJSON(message)).toEqual(sampleOf(type));
  });

  it.each(EVENT_TYPES)('%s shows every field of the message, with a value of its own', (type) => {
    const { fromJSON } = codecOf(type);
    expect(pathsOf(fromJSON(sampleOf(type))).toSorted()).toEqual(pathsOf(sampleOf(type)).toSorted());
    expect(Object.keys(fromJSON({}) as object).toSorted()).toEqual(
      Object.keys(sampleOf(type) as object).toSorted(),
    );
  });

  it.each(EVENT_TYPES)('%s may get further fields: readers of today pass them over', (type) => {
    const { fromJSON, toJSON } = codecOf(type);
    expect(toJSON(fromJSON({ ...(sampleOf(type) as object), tomorrow: { x: 1 } }))).toEqual(sampleOf(type));
  });

  it('take whole numbers as strings, too, as proto3 JSON allows', () => {
    const { fromJSON } = codecOf('tradewind.payment.v1.payment-captured');
    expect(fromJSON({ orderId: 'o', amount: { amount: '1999', currency: 'EUR' } })).toEqual({
      orderId: 'o',
      amount: { amount: 1_999, currency: 'EUR' },
    });
  });

  it('of orders hold no personal data', () => {
    for (const type of EVENT_TYPES) {
      expect(pathsOf(sampleOf(type)).join(), type).not.toMatch(/email|address|phone|token|card/i);
    }
  });
});

describe('the catalogue', () => {
  it('names facts: topic, version, past tense in kebab case', () => {
    for (const type of EVENT_TYPES) {
      expect(type).toMatch(/^tradewind\.[a-z]+\.v\d+\.[a-z]+(-[a-z]+)+$/);
      expect(type).toMatch(/(ed|sent|out)$/);
    }
  });

  it('knows its types and no others', () => {
    expect(EVENT_TYPES.every(isEventType)).toBe(true);
    for (const other of ['', 'toString', 'tradewind.order.v2.order-placed'])
      expect(isEventType(other)).toBe(false);
  });

  it('has a topic for each type, and no topic without types', () => {
    expect(topicOf('tradewind.order.v1.order-placed')).toBe('tradewind.order');
    expect(new Set(EVENT_TYPES.map(topicOf))).toEqual(new Set(TOPICS));
    expect(() => topicOf('tradewind.unknown.v1.thing-happened')).toThrow('no topic for the event type');
  });
});
