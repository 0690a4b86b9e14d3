import { describe, expect, it } from 'vitest';
import { isUuid, timeOfUuidV7, uuidV7 } from './uuid-v7.ts';

describe('uuidV7', () => {
  it('carries version 7, the variant of RFC 9562 and its time', () => {
    for (let n = 0; n < 2_000; n++) {
      const id = uuidV7(1_767_225_600_000 + n);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(timeOfUuidV7(id)).toBe(1_767_225_600_000 + n);
    }
  });

  it('uses all four values of the variant group and does not begin each millisecond alike', () => {
    const ids = Array.from({ length: 400 }, (_, n) => uuidV7(n));
    expect(new Set(ids.map((id) => id[19]))).toEqual(new Set('89ab'));
    expect(new Set(ids.map((id) => id.slice(14, 23))).size).toBeGreaterThan(390);
  });

  it('is different 100,000 times, and sorts in the order of making also within one millisecond', () => {
    const ids = Array.from({ length: 100_000 }, () => uuidV7(1_767_225_600_000));
    expect(new Set(ids).size).toBe(100_000);
    expect(ids.every((id, index) => index === 0 || ids[index - 1]! < id)).toBe(true);
  });

  it('sorts by time', () => {
    const ids = [5, 4_000_000_000, 1_767_225_600_000, 1_767_225_600_001].map((time) => uuidV7(time));
    expect(ids.toSorted()).toEqual(ids);
  });
});

describe('isUuid', () => {
  it.each([
    '',
    'x',
    '0199aa00-0000-7000-8000-00000000000',
    '0199aa00-0000-7000-c000-000000000000',
    `${uuidV7()} `,
  ])('refuses %j', (text) => expect(isUuid(text)).toBe(false));
  it('takes what uuidV7 makes, and other versions', () => {
    expect(isUuid(uuidV7())).toBe(true);
    expect(isUuid(crypto.randomUUID().toUpperCase())).toBe(true);
  });
});
