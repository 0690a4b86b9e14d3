import { expect, it } from 'vitest';
import { scenarioOf } from './scenario.ts';

it('knows the test sources and nothing else', () => {
  expect(scenarioOf('tok_ok')).toEqual({ charge: 'authorized' });
  expect(scenarioOf('tok_declined')).toMatchObject({ charge: 'failed', failureCode: 'card_declined' });
  for (const source of ['tok_unknown', '', 'constructor', '__proto__'])
    expect(scenarioOf(source)).toBeUndefined();
});

it('a late success comes after the connection was closed', () => {
  const { answerAfter, succeedsAfter } = scenarioOf('tok_late_success')!;
  expect(succeedsAfter).toBeGreaterThan(answerAfter!);
});
