import { expect, it } from 'vitest';
import type { KeptAnswer } from '../ports/answer-store.ts';
import type { OrderView } from '../ports/order-store.ts';
import { replayOf } from './replay.ts';

const kept: KeptAnswer = { requestHash: 'hash', orderId: 'o', state: 'answered', answer: null };

it('repeats "pending" as it was answered', () => {
  expect(replayOf(kept, 'hash')).toEqual({ order: { orderId: 'o' }, completed: false, replayed: true });
});

it('repeats a completed order whole', () => {
  const answer = { orderId: 'o', status: 'confirmed' } as OrderView;
  expect(replayOf({ ...kept, answer }, 'hash')).toEqual({ order: answer, completed: true, replayed: true });
});

it('refuses another request under the key, also while the first one runs', () => {
  for (const state of ['answered', 'running', 'abandoned'] as const) {
    expect(() => replayOf({ ...kept, state }, 'other')).toThrow(
      expect.objectContaining({ code: 'IDEMPOTENCY.KEY_REUSED', kind: 'invalid', retryable: false }),
    );
  }
});

it('says that the first request still runs', () => {
  expect(() => replayOf({ ...kept, state: 'running' }, 'hash')).toThrow(
    expect.objectContaining({ code: 'IDEMPOTENCY.KEY_IN_USE', kind: 'conflict' }),
  );
});
