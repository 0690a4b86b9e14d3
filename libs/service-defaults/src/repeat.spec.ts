import { once } from 'node:events';
import { createLogger } from '@tradewind/observability';
import { eventually } from '@tradewind/testing';
import { describe, expect, it } from 'vitest';
import { repeat } from './repeat.ts';

const logger = createLogger('test', 'silent');

describe('what is repeated', () => {
  it('goes on after a failure, never twice at once', async () => {
    let calls = 0;
    let inside = 0;
    let most = 0;
    const job = repeat(
      'it',
      1,
      async () => {
        most = Math.max(most, ++inside);
        await new Promise(setImmediate);
        inside -= 1;
        if (++calls === 1) throw new Error('the first time');
      },
      logger,
    );
    await job.start!();
    await eventually(() => expect(calls).toBeGreaterThan(3));
    await job.stop!();
    expect(most).toBe(1);
  });

  it('is told to stop, waited for, and not done again', async () => {
    let begun = 0;
    let ended = 0;
    const job = repeat(
      'it',
      1,
      async (signal) => {
        begun += 1;
        await once(signal, 'abort');
        ended += 1;
      },
      logger,
    );
    await job.start!();
    await eventually(() => expect(begun).toBe(1));
    await job.stop!();
    expect([begun, ended]).toEqual([1, 1]);
  });
});
