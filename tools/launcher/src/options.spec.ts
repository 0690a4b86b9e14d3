import { describe, expect, test } from 'vitest';
import { parseOptions } from './options.ts';

describe('the command line', () => {
  test('nothing given', () => {
    expect(parseOptions([], {})).toMatchObject({
      ...{ port: 8080, fresh: false, bus: 'postgres', build: true, help: false },
    });
  });

  test('everything given', () => {
    const options = parseOptions(['--fresh', '--bus', 'kafka', '--no-build', '--help'], {});
    expect(options).toMatchObject({ fresh: true, bus: 'kafka', build: false, help: true });
  });

  test.each([
    [['--frehs'], 'Unknown option --frehs.'],
    [['-x'], 'Unknown option -x.'],
    [['now'], 'Unknown option now.'],
    [['--bus', 'rabbit'], '--bus rabbit is not possible: "postgres" or "kafka"'],
    [['--bus'], '--bus is not possible: "postgres" or "kafka"'],
  ])('%j is refused', (args, message) => {
    expect(() => parseOptions(args, {})).toThrow(message);
  });
});

describe('the environment', () => {
  test('moves the port and the data', () => {
    const options = parseOptions([], { PORT: '9000', TRADEWIND_DATA: '/somewhere/else' });
    expect(options).toMatchObject({ port: 9000, dataDirectory: '/somewhere/else' });
  });

  test.each(['0', '65536', 'http', '80.5', '-1'])('PORT=%s is refused', (port) => {
    expect(() => parseOptions([], { PORT: port })).toThrow(`PORT=${port} is not a port`);
  });
});
