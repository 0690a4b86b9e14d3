export { eventually } from './eventually.ts';
export { fixedClock, type FixedClock } from './fixed-clock.ts';
export { seededRandom } from './seeded-random.ts';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
