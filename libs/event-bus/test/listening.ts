import type { Transaction } from '@tradewind/database';
import { AppError } from '@tradewind/kernel';
import { createConsumer, subscriptions, type Consumer, type EventLog } from '../src/index.ts';
import { logger, recordEffect, TYPE, type Bench } from './bench.ts';

/** Somebody whom handlers need; while away, every call says so. */
export interface Peer {
  away: boolean;
  calls: number;
  call(): void;
}

export function createPeer(): Peer {
  const peer = {
    away: false,
    calls: 0,
    call: () => {
      peer.calls++;
      if (peer.away) throw new AppError('unavailable', 'PEER.AWAY', 'the peer does not answer');
    },
  };
  return peer;
}

export type Handler = (key: string, number: number) => void | Promise<void>;

/** A service that records an effect for each fact, after `before`, which may throw. */
export function listener(bench: Bench, log: EventLog, before: Handler, group = 'service') {
  const transact = (work: (context: Transaction, sql: Transaction) => Promise<void>): Promise<void> =>
    bench.service.transaction((sql) => work(sql, sql));
  return {
    ...{ group, log, transact, logger, database: bench.service, committed: () => {} },
    subscriptions: subscriptions<Transaction>({
      [TYPE]: async ({ key, data }: { key: string; data: { available: number } }, sql: Transaction) => {
        await before(key, data.available);
        await recordEffect(sql, group, key, data.available);
      },
    }),
  };
}

export const listen = (options: ReturnType<typeof listener> & { lease?: number }): Promise<Consumer> =>
  createConsumer(options);
