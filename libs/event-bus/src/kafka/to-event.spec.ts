import { isUuid } from '@tradewind/kernel';
import type { KafkaMessage } from 'kafkajs';
import { describe, expect, it } from 'vitest';
import { newEvent } from '../event.ts';
import { toEvent } from './to-event.ts';
import { toMessage } from './to-message.ts';

const place = { topic: 'tradewind.order', partition: 2, offset: 17 };
const event = {
  ...newEvent('tradewind.order.v1.order-shipped', 'order-1', { orderId: 'order-1', shopperId: 'shopper-1' }),
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};
const text = (value: unknown): Buffer => Buffer.from(String(value));

/** As the broker hands it on: everything is bytes. */
function received({ headers = {}, value, ...more }: Partial<Record<string, unknown>> = {}): KafkaMessage {
  const sent = toMessage(event);
  const all = { ...sent.headers, ...(headers as object) };
  const bytes = Object.entries(all).flatMap(([name, it]) => (it === undefined ? [] : [[name, text(it)]]));
  return {
    ...{ key: text(sent.key), timestamp: '1767225600000', attributes: 0, offset: '17', size: 1 },
    headers: Object.fromEntries(bytes) as KafkaMessage['headers'],
    value: value === undefined ? text(sent.value) : (value as Buffer | null),
    ...more,
  } as KafkaMessage;
}

describe('a record', () => {
  it('that is a CloudEvent of ours is the event that was sent', () => {
    expect(toEvent(received(), place)).toEqual(event);
  });

  it('carries its attributes as CloudEvents has them', () => {
    expect(toMessage(event)).toMatchObject({
      key: 'order-1',
      headers: {
        ce_specversion: '1.0',
        ce_source: '/tradewind/order',
        ce_subject: 'order-1',
        ce_partitionkey: 'order-1',
      },
    });
  });

  it('without a usable id has one made from its place, the same each time, another at each place', () => {
    const message = received({ headers: { ce_id: undefined } });
    const { id } = toEvent(message, place);
    expect(id).toSatisfy(isUuid);
    expect(toEvent(message, place).id).toBe(id);
    expect(toEvent(message, { ...place, offset: 18 }).id).not.toBe(id);
  });

  it.each([
    ['headers', { headers: { ce_type: undefined } }, /ce_type is missing/],
    ['CloudEvents version', { headers: { ce_specversion: '0.3' } }, /ce_specversion is not 1.0/],
    ['id', { headers: { ce_id: 'order-1' } }, /no event id/],
  ])('without %s is unreadable, and says why', (_name, change, why) => {
    const read = toEvent(received(change), place);
    expect(read).toMatchObject({ type: 'unreadable', data: expect.stringMatching(why) });
  });

  it.each([
    ['a tombstone', null, /no value/],
    ['no JSON', text('{'), /no JSON/],
    ['U+0000, which jsonb refuses', text('{"a":"\\u0000"}'), /no database keeps/],
    ['half a surrogate pair, which jsonb refuses', text('{"a":"\\ud800"}'), /no database keeps/],
  ])('that is %s keeps its type; its data says what is wrong', (_name, value, why) => {
    const read = toEvent(received({ value }), place);
    expect(read).toMatchObject({ id: event.id, type: event.type, data: expect.stringMatching(why) });
  });

  it('may hold a backslash before a u, and whole surrogate pairs', () => {
    const data = { path: 'C:\\u0000', sign: '🧭' };
    const value = text(JSON.stringify(data).replace('🧭', '\\ud83e\\udded'));
    expect(toEvent(received({ value }), place).data).toEqual(data);
  });

  it('without a key has its own id as key, so that it holds up nobody', () => {
    expect(toEvent(received({ key: null }), place).key).toBe(event.id);
    expect(toEvent(received({ key: text('x'.repeat(256)) }), place).key).toBe(event.id);
  });

  it('with a broken time or trace has the time of its append, and no trace', () => {
    const read = toEvent(received({ headers: { ce_time: 'yesterday', ce_traceparent: '00-1-1-01' } }), place);
    expect(read).toMatchObject({ occurredAt: '2026-01-01T00:00:00.000Z', traceparent: undefined });
  });
});
