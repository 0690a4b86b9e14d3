export { AppError, isAnswer, isAppError, type ErrorKind } from './app-error.ts';
export { assertNever } from './assert-never.ts';
export { systemClock, type Clock } from './clock.ts';
export { addMoney, formatMoney, money, multiplyMoney, sumMoney, zeroMoney, type Money } from './money.ts';
export { ALL_KEYS, boundsOf, type KeyRange } from './key-range.ts';
export { isUuid, timeOfUuidV7, uuidV7 } from './uuid-v7.ts';
export { seededRandom } from './seeded-random.ts';
