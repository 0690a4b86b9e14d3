import { uuidV7 } from '@tradewind/kernel';
import { createDatabase, type Database } from '@tradewind/database';
import { createTestDatabase } from '@tradewind/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProductCopy } from '../src/application/ports/purchase-knowledge.ts';
import { PostgresLessons } from '../src/infrastructure/postgres-lessons.ts';
import { PostgresPurchaseKnowledge } from '../src/infrastructure/postgres-purchase-knowledge.ts';

let database: Database;
let knowledge: PostgresPurchaseKnowledge;
let drop: () => Promise<void>;

beforeAll(async () => {
  const created = await createTestDatabase('recommendation');
  database = createDatabase({ url: created.url, service: 'recommendation', connections: 4 });
  knowledge = new PostgresPurchaseKnowledge(database);
  drop = created.drop;
});
afterAll(async () => {
  await database.close();
  await drop();
});

function learn(teach: (lessons: PostgresLessons) => void): Promise<void> {
  return database.transaction(async (sql) => {
    const lessons = new PostgresLessons();
    teach(lessons);
    await lessons.store(sql);
  });
}

const ids = Array.from({ length: 6 }, () => uuidV7());
const [a, b, c, d, e, f] = ids as [string, string, string, string, string, string];
const copy = (id: string, price: number, tags: string[], change: Partial<ProductCopy> = {}): ProductCopy => ({
  id,
  category: 'kitchen',
  price,
  tags,
  version: 1,
  ...change,
});

test('what is bought together most often comes first, in both directions', async () => {
  await learn((lessons) => {
    lessons.bought([a, b, c]);
    lessons.bought([a, c]);
  });
  await learn((lessons) => lessons.bought([c, a]));
  expect(await knowledge.boughtTogether(a, 5)).toEqual([c, b]);
  expect(await knowledge.boughtTogether(c, 1)).toEqual([a]);
  expect(await knowledge.boughtTogether(uuidV7(), 5)).toEqual([]);
});

test('batches at the same time are all counted', async () => {
  await Promise.all(
    Array.from({ length: 20 }, (_, index) => learn((lessons) => lessons.bought(index % 2 ? [d, e] : [e, d]))),
  );
  const [row] = await database.query<{ times: string }>(
    'test.times',
    'select times from co_purchase where product_id = $1 and other_id = $2',
    [d, e],
  );
  expect(row!.times).toBe('20');
});

test('similar: tags in common first, then the nearest price, of the same category only', async () => {
  await learn((lessons) => {
    lessons.product(copy(a, 1_000, ['copper', 'japan']));
    lessons.product(copy(b, 1_010, []));
    lessons.product(copy(c, 5_000, ['copper', 'japan']));
    lessons.product(copy(d, 990, ['japan']));
    lessons.product(copy(e, 1_000, ['copper', 'japan'], { category: 'music' }));
    lessons.product(copy(f, 1_200, []));
  });
  expect(await knowledge.similar(a, 10)).toEqual([c, d, b, f]);
  expect(await knowledge.similar(a, 2)).toEqual([c, d]);
  expect(await knowledge.similar(uuidV7(), 10)).toEqual([]);
});

test('an older copy does not replace a newer one, also in one batch', async () => {
  await learn((lessons) => {
    lessons.product(copy(f, 1, [], { version: 5 }));
    lessons.product(copy(f, 2, [], { version: 4 }));
  });
  await learn((lessons) => lessons.product(copy(f, 3, [], { version: 3 })));
  expect(
    await database.query('test.price', 'select price::int from product_copy where id = $1', [f]),
  ).toEqual([{ price: 1 }]);
});
