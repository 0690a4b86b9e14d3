import { describe, expect, it } from 'vitest';
import { ConfigurationError } from './configuration-error.ts';
import { loadSettings, type Declarations } from './load-settings.ts';
import {
  addresses,
  choice,
  duration,
  flag,
  integer,
  neededWith,
  optional,
  port,
  ratio,
  secret,
  text,
  url,
  type Setting,
} from './settings.ts';

const declarations = {
  host: text('HOST', 'Where it listens.', '0.0.0.0'),
  port: port('PORT', 'Its port.', 8080),
  attempts: integer('ATTEMPTS', 'Tries.', 3),
  wait: duration('WAIT_MS', 'The wait.', 50),
  rate: ratio('RATE', 'A share.', 0.5),
  debug: flag('DEBUG', 'Says more.', false),
  level: choice('LEVEL', ['info', 'warn'], 'Lines below it are left out.', 'info'),
  database: url('DATABASE_URL', 'The database.'),
  key: secret('SIGNING_KEY', 'Signs sessions.'),
  traces: optional(url('TRACES_URL', 'Where traces go.')),
};
const KEY = 'a very secret key';
const given = { DATABASE_URL: 'postgres://a:b@c/d', SIGNING_KEY: KEY };

function messageOf(environment: NodeJS.ProcessEnv, these: Declarations = declarations): string {
  try {
    loadSettings('shop', these, environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message;
  }
  return 'no mistake';
}

describe('settings', () => {
  it('have their defaults', () => {
    const { key, database, ...defaults } = loadSettings('shop', declarations, given);
    expect([key, database]).toEqual([KEY, 'postgres://a:b@c/d']);
    expect(defaults).toEqual({
      ...{ host: '0.0.0.0', port: 8080, attempts: 3, wait: 50, rate: 0.5, debug: false, level: 'info' },
      traces: undefined,
    });
  });

  it('are read from the environment, as what they are', () => {
    const environment = {
      ...given,
      HOST: '::',
      PORT: '1',
      ATTEMPTS: '0',
      WAIT_MS: '9',
      RATE: '1',
      DEBUG: 'true',
    };
    expect(
      loadSettings('shop', declarations, { ...environment, LEVEL: 'warn', TRACES_URL: 'http://t' }),
    ).toMatchObject({
      ...{
        host: '::',
        port: 1,
        attempts: 0,
        wait: 9,
        rate: 1,
        debug: true,
        level: 'warn',
        traces: 'http://t',
      },
    });
  });

  it('that are empty count as not given', () => {
    expect(loadSettings('shop', declarations, { ...given, PORT: '', TRACES_URL: '' })).toMatchObject({
      port: 8080,
      traces: undefined,
    });
    expect(messageOf({ ...given, DATABASE_URL: '' })).toContain('DATABASE_URL ');
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(loadSettings('shop', declarations, given))).toBe(true);
  });
});

describe('mistakes', () => {
  it('are told all at once, each with its name, what was found, what is expected, and what it means', () => {
    const message = messageOf({
      PORT: '0',
      RATE: '2',
      DEBUG: 'yes',
      LEVEL: 'loud',
      ATTEMPTS: '1.5',
      TRACES_URL: 'x',
    });
    expect(message.split('\n')).toEqual([
      'shop cannot start, its settings are wrong:',
      '  PORT is "0"; expected: port, 1 to 65535. Its port.',
      '  ATTEMPTS is "1.5"; expected: whole number, 0 or more. Tries.',
      '  RATE is "2"; expected: 0 to 1. A share.',
      '  DEBUG is "yes"; expected: true or false. Says more.',
      '  LEVEL is "loud"; expected: info | warn. Lines below it are left out.',
      '  DATABASE_URL is missing; expected: URL. The database.',
      '  SIGNING_KEY is missing; expected: secret, at least 16 characters. Signs sessions.',
      '  TRACES_URL is "x"; expected: URL. Where traces go.',
    ]);
  });

  it.each([
    [port('X', ''), ['0', '65536', '80a', '-1', '1e3', ' 80']],
    [integer('X', ''), ['-1', '1.0', 'one', '0x1']],
    [duration('X', ''), ['-5', '5s']],
    [ratio('X', ''), ['-0.1', '1.1', 'half', ' ']],
    [flag('X', ''), ['TRUE', '1', 'no']],
    [url('X', ''), ['host:1', '//host', 'http://', 'http:// x']],
    [choice('X', ['a', 'b'], ''), ['A', 'c', 'a,b']],
    [addresses('X', ''), ['host', 'host:', ':1', 'a:1,', 'a:1, b:2', 'http://a:1']],
    [secret('X', ''), ['x'.repeat(15)]],
  ] as [Setting<unknown>, string[]][])('%o refuses what it is not', (setting, wrong) => {
    for (const raw of wrong)
      expect(messageOf({ X: raw }, { x: setting }), JSON.stringify(raw)).toContain('X is');
  });

  it('name what the value of another setting makes necessary, and nothing else', () => {
    const log = choice('LOG', ['postgres', 'kafka'], 'Which log.', 'postgres');
    const these = {
      log,
      url: neededWith(url('LOG_URL', 'The database.'), log, 'postgres'),
      brokers: neededWith(text('BROKERS', 'Brokers.'), log, 'kafka'),
    };
    expect(messageOf({}, these)).toMatch(/LOG_URL is missing; expected: URL/);
    expect(messageOf({}, these)).not.toContain('BROKERS');
    expect(messageOf({ LOG: 'kafka', LOG_URL: 'x' }, these).split('\n').slice(1)).toEqual([
      '  LOG_URL is "x"; expected: URL. The database.',
      '  BROKERS is missing; expected: text. Brokers.',
    ]);
    expect(loadSettings('shop', these, { LOG: 'kafka', BROKERS: 'b:1' })).toEqual({
      log: 'kafka',
      url: undefined,
      brokers: 'b:1',
    });
  });

  it('never show a secret, nor the password inside an address', () => {
    expect(messageOf({ ...given, SIGNING_KEY: 'too short' })).not.toContain('too short');
    for (const typo of ['postgres//shop:pa55@host/db', 'shop:pa55@host', 'postgres:/shop:p@a55@host\n/db']) {
      const message = messageOf({ ...given, DATABASE_URL: typo });
      expect(message, typo).toContain('DATABASE_URL is');
      expect(message, typo).not.toMatch(/pa?@?a?55/);
      expect(message, typo).toContain('@host');
    }
  });

  it('are never hidden by a working default for a secret', () => {
    expect('fallback' in secret('X', '')).toBe(false);
  });
});
