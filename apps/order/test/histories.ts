import { readFileSync, readdirSync } from 'node:fs';
import type { SagaHistory } from '@tradewind/saga';
import type { Inventory, Payment } from '../src/application/ports/participants.ts';
import { cancelOrderSaga } from '../src/application/sagas/cancel-order.saga.ts';
import { placeOrderSaga } from '../src/application/sagas/place-order.saga.ts';

/** How one saga of a real order went. */
export interface RecordedHistory extends SagaHistory {
  definition: string;
  version: number;
  /** What became of the order. */
  order: string;
}

export const HISTORIES = new URL('./histories/', import.meta.url);

/** Every version that the service knows; nobody is called. */
export const definitions = [
  placeOrderSaga({} as Inventory, {} as Payment),
  cancelOrderSaga({} as Inventory, {} as Payment),
];

export function recordedHistories(): { file: string; history: RecordedHistory }[] {
  return readdirSync(HISTORIES)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      file,
      history: JSON.parse(readFileSync(new URL(file, HISTORIES), 'utf8')) as RecordedHistory,
    }));
}
