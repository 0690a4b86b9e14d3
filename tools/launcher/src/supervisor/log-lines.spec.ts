import { describe, expect, test } from 'vitest';
import { readNotable, splitLines } from './log-lines.ts';

const at = new Date('2026-03-01T10:20:30Z');
const line = (entry: object): string => JSON.stringify({ time: at.getTime(), ...entry });

describe('a line is notable', () => {
  test('when it says so', () => {
    const notable = readNotable(line({ level: 30, msg: 'order confirmed', notable: true }));
    expect(notable).toEqual({ at, message: 'order confirmed', severe: false });
  });

  test('when it is an error, with what the error says', () => {
    const notable = readNotable(
      line({ level: 50, msg: 'relay stopped', err: { message: 'no\n  connection' } }),
    );
    expect(notable).toEqual({ at, message: 'relay stopped: no connection', severe: true });
  });

  test('when its level is a word, and its time a text', () => {
    const notable = readNotable(JSON.stringify({ level: 'error', time: at.toISOString(), msg: 'gone' }));
    expect(notable).toEqual({ at, message: 'gone', severe: true });
  });
});

test.each([
  line({ level: 30, msg: 'ordinary' }),
  line({ level: 40, msg: 'a warning' }),
  line({ level: 30, notable: false, msg: 'x' }),
  line({ level: 30, msg: 'about "notable":true' }),
  'Error: not JSON "level":50',
  '',
])('belongs in the file only: %s', (text) => {
  expect(readNotable(text)).toBeUndefined();
});

test('lines are put together from chunks', () => {
  const lines: string[] = [];
  const feed = splitLines((text) => lines.push(text));
  for (const chunk of ['on', 'e\ntw', 'o\n', 'thr']) feed(chunk);
  expect(lines).toEqual(['one', 'two']);
});
