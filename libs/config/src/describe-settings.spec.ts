import { expect, it } from 'vitest';
import { describeSettings } from './describe-settings.ts';
import { choice, duration, flag, neededWith, optional, secret, url } from './settings.ts';

it('says of each setting what a README has to say', () => {
  const level = choice('LEVEL', ['info', 'warn'], 'How much.');
  const declarations = {
    wait: duration('WAIT_MS', 'The wait.', 0),
    debug: flag('DEBUG', 'Says more.', false),
    level,
    key: secret('SIGNING_KEY', 'Signs sessions.'),
    traces: optional(url('TRACES_URL', 'Where traces go.')),
    alarm: neededWith(url('ALARM_URL', 'Who is told.'), level, 'warn'),
  };
  expect(describeSettings(declarations).map((row) => Object.values(row).join(' | '))).toEqual([
    'WAIT_MS | milliseconds | 0 | The wait.',
    'DEBUG | true or false | false | Says more.',
    'LEVEL | info | warn | required | How much.',
    'SIGNING_KEY | secret, at least 16 characters | required | Signs sessions.',
    'TRACES_URL | URL | none | Where traces go.',
    'ALARM_URL | URL | required with LEVEL=warn | Who is told.',
  ]);
});
