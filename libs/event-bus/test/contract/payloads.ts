import { randomBytes } from 'node:crypto';
import { isUuid, uuidV7 } from '@tradewind/kernel';
import { eventually } from '@tradewind/testing';
import { expect, it } from 'vitest';
import { parseEvent, type StoredEvent } from '../../src/index.ts';
import { fact, facts, numbersByKey, TOPIC } from '../bench.ts';
import type { Cases } from './bench.ts';

const TRACEPARENT = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

export const payloads: Cases = (current) => {
  it('comes out as it went in, every attribute of it, with and without a trace', async () => {
    const { place, join, newGroup } = current();
    const traced = { ...fact('Schlüssel/λ/🧭', 1), traceparent: TRACEPARENT };
    const untraced: StoredEvent = { ...fact('plain', 2), traceparent: undefined };
    const log = place.log();
    await log.append([traced, untraced]);
    const reader = await join(log, newGroup());
    await eventually(() => expect(reader.seen).toHaveLength(2));
    const byKey = Object.fromEntries(reader.events().map((event) => [event.key, event]));
    expect(byKey).toEqual({ [traced.key]: traced, plain: untraced });
  });

  it('may be large, and may be nothing at all', async () => {
    const { place, join, newGroup } = current();
    const large = upTo900Kilobytes();
    const events = [...large, { productId: '' }, {}].map((data) => ({
      ...fact('one', 1),
      id: uuidV7(),
      data,
    }));
    const log = place.log();
    await log.append(events);
    const reader = await join(log, newGroup());
    await eventually(() => expect(reader.seen).toHaveLength(events.length), { within: 30_000 });
    expect(reader.events()).toEqual(events);
  });

  it('may be no event: it is handed on as malformed, under an id that stays, and holds up nothing', async () => {
    const { place, join, newGroup } = current();
    const log = place.log();
    await log.append(facts('before', 1));
    const rubbish = await place.appendRubbish();
    expect(rubbish).toBeGreaterThan(2);
    await log.append(facts('after', 1));
    const reader = await join(log, newGroup());
    await eventually(() => expect(reader.seen).toHaveLength(rubbish + 2));
    const bad = reader.events().filter(({ key }) => key !== 'before' && key !== 'after');
    for (const event of bad) {
      expect(() => parseEvent(event), String(event.data)).toThrow(
        expect.objectContaining({ code: 'EVENT.MALFORMED' }),
      );
      expect(event).toMatchObject({
        id: expect.toSatisfy(isUuid),
        topic: TOPIC,
        key: expect.stringMatching(/./),
      });
      expect(event.type).toMatch(/./);
      expect(Date.parse(event.occurredAt)).not.toBeNaN();
    }
    expect(new Set(bad.map(({ id }) => id)).size).toBe(rubbish);
    const again = await join(place.log(), newGroup());
    await eventually(() => expect(again.seen).toHaveLength(rubbish + 2));
    const byPlace = (events: typeof reader.seen) =>
      new Map(events.map((it) => [`${it.partition}/${it.offset}`, it]));
    expect(byPlace(again.seen)).toEqual(byPlace(reader.seen));
    const good = again.events().filter((event) => !bad.some(({ id }) => id === event.id));
    expect(numbersByKey(good)).toEqual({ before: [1], after: [1] });
  });
};

/** Four of them, so that they do not fit into one request; random, so that no compression makes them small. */
function upTo900Kilobytes(): { productId: string }[] {
  return [1, 2, 3, 4].map(() => ({ productId: randomBytes(450_000).toString('hex') }));
}
