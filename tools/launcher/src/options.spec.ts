import { describe, expect, test } from 'vitest';
import { parseOptions } from './options.ts';

describe('the command line', () => {
  test('nothing given', () => {
    expect(parseOptions([], {})).toMatchObject({ port: 8080, fresh: false, build: true, help: false });
  });

  test('everything given', () => {
    const options = parseOptions(['--fresh', '--bus', 'postgres', '--no-build', '--help'], {});
    expect(options).toMatchObject({ fresh: true, build: false, help: true });
  });

  test.each([
    [['--frehs'], 'Unknown option --frehs.'],
    [['-x'], 'Unknown option -x.'],
    [['now'], 'Unknown option now.'],
    [['--bus', 'kafka'], 'only "postgres" is available'],
    [['--bus=kafka'], 'only "postgres" is available'],
    [['--bus'], 'only "postgres" is available'],
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
