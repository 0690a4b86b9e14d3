import { EventEmitter } from 'node:events';
import type { Logger } from '@tradewind/observability';
import pg from 'pg';

export interface WakeUp {
  listen(): Promise<void>;
  /** Appends to these topics so far: taken before reading and handed to `wait`, so that none between the two is missed. */
  heard(topics: readonly string[]): number;
  /**
   * Resolves at the first such append after `since`, or after `milliseconds`: a lost notification only costs that long.
   * @returns whether the time was over
   */
  wait(topics: readonly string[], since: number, milliseconds: number, signal: AbortSignal): Promise<boolean>;
  close(): Promise<void>;
}

/** One connection that LISTENs for appends and comes back by itself when it is lost. */
export function createWakeUp(url: string, logger: Logger): WakeUp {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  const appends = new Map<string, number>();
  let client: pg.Client | undefined;
  let closed = false;

  function notified({ payload = '' }: pg.Notification): void {
    for (const topic of payload.split(',')) appends.set(topic, (appends.get(topic) ?? 0) + 1);
    emitter.emit('append');
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url });
    next.on('notification', notified);
    next.on('error', () => lost(next));
    next.on('end', () => lost(next));
    await next.connect();
    await next.query('listen event_log');
    client = next;
  }

  function lost(which: pg.Client): void {
    if (closed || client !== which) return;
    client = undefined;
    logger.warn('the connection to the event log was lost; reconnecting');
    reconnect();
  }

  function reconnect(): void {
    if (closed) return;
    setTimeout(() => void connect().catch(reconnect), 500).unref();
  }

  const heard = (topics: readonly string[]): number =>
    topics.reduce((sum, topic) => sum + (appends.get(topic) ?? 0), 0);

  return {
    listen: async () => (client ? undefined : connect()),
    heard,
    wait: (topics, since, milliseconds, signal) =>
      new Promise((resolve) => {
        const done = (late: boolean): void => {
          clearTimeout(timer);
          emitter.off('append', look);
          signal.removeEventListener('abort', aborted);
          resolve(late);
        };
        const aborted = (): void => done(false);
        const look = (): void => {
          if (heard(topics) !== since || signal.aborted) done(false);
        };
        const timer = setTimeout(() => done(true), milliseconds);
        emitter.on('append', look);
        signal.addEventListener('abort', aborted);
        look();
      }),
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
