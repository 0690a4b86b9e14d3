import { expect, test, vi } from 'vitest';
import type { PurchaseKnowledge } from '../ports/purchase-knowledge.ts';
import { DefaultAlgorithm } from './default-algorithm.ts';
import { GetRecommendationsHandler } from './get-recommendations.handler.ts';
import { GetRecommendations } from './get-recommendations.query.ts';

const id = '019cada8-5095-75c9-a625-97947707591a';

function handler(together: string[], similar: string[]) {
  const knowledge = {
    boughtTogether: vi.fn(async (_id: string, limit: number) => together.slice(0, limit)),
    similar: vi.fn(async (_id: string, limit: number) => similar.slice(0, limit)),
  };
  const asked = new GetRecommendationsHandler(
    knowledge as PurchaseKnowledge,
    new DefaultAlgorithm('bought-together'),
  );
  return {
    knowledge,
    ask: (limit: number, algorithm = '') => asked.execute(new GetRecommendations(id, limit, algorithm)),
  };
}

test('what was bought together comes first, then what is similar', async () => {
  const { ask } = handler(['a', 'b'], ['b', 'c', 'd', 'e']);
  expect(await ask(4)).toEqual({ productIds: ['a', 'b', 'c', 'd'], algorithm: 'bought-together' });
});

test('when enough was bought together nothing else is asked', async () => {
  const { ask, knowledge } = handler(['a', 'b', 'c'], ['d']);
  expect((await ask(2)).productIds).toEqual(['a', 'b']);
  expect(knowledge.similar).not.toHaveBeenCalled();
});

test('"similar" does not look at orders', async () => {
  const { ask, knowledge } = handler(['a'], ['b']);
  expect(await ask(4, 'similar')).toEqual({ productIds: ['b'], algorithm: 'similar' });
  expect(knowledge.boughtTogether).not.toHaveBeenCalled();
});

test('limit and algorithm are checked', () => {
  const fields = (limit: number, algorithm: string) =>
    new GetRecommendations(id, limit, algorithm).problems().map(({ field }) => field);
  expect(fields(20, 'similar')).toEqual([]);
  expect(fields(21, 'magic')).toEqual(['limit', 'algorithm']);
});
