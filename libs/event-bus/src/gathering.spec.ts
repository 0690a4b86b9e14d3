import { describe, expect, it } from 'vitest';
import { createGathering } from './gathering.ts';

function at(milliseconds: number) {
  let time = milliseconds;
  const gathering = createGathering({ pause: 20, busyFrom: 40, now: () => time });
  return { gathering, later: (by: number) => void (time += by) };
}

describe('gathering', () => {
  it('does not hold up events while few come', () => {
    const { gathering, later } = at(0);
    // 200 events each second, one by one.
    for (let n = 0; n < 100; n++) {
      gathering.note(1);
      later(5);
      expect(gathering.pause()).toBe(0);
    }
  });

  it('lets them gather when many come, one by one or together', () => {
    const { gathering, later } = at(0);
    for (let n = 0; n < 50; n++) {
      gathering.note(1);
      later(1);
    }
    expect(gathering.pause()).toBe(20);
    const burst = at(0);
    burst.gathering.note(500);
    expect(burst.gathering.pause()).toBe(20);
  });

  it('forgets the load of more than a tenth of a second ago', () => {
    const { gathering, later } = at(0);
    gathering.note(500);
    later(101);
    expect(gathering.pause()).toBe(0);
  });
});
