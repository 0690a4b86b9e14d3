export { eventually } from './eventually.ts';
export { fixedClock, type FixedClock } from './fixed-clock.ts';
export { seededRandom } from '@tradewind/kernel';
export { createTestDatabase, type TestDatabase } from './test-database.ts';
