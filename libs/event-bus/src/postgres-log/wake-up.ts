import { EventEmitter, once } from 'node:events';
import type { Logger } from '@tradewind/observability';
import pg from 'pg';

export interface WakeUp {
  listen(): Promise<void>;
  /** Appends heard of so far: taken before reading and handed to `wait`, so that none between the two is missed. */
  heard(): number;
  /** Resolves at the first append after `since`, or after `milliseconds`: a lost notification only costs that long. */
  wait(since: number, milliseconds: number, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** One connection that LISTENs for appends and comes back by itself when it is lost. */
export function createWakeUp(url: string, logger: Logger): WakeUp {
  const emitter = new EventEmitter();
  emitter.setMaxListeners(0);
  let client: pg.Client | undefined;
  let closed = false;
  let count = 0;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url });
    next.on('notification', () => {
      count++;
      emitter.emit('append');
    });
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

  return {
    listen: async () => (client ? undefined : connect()),
    heard: () => count,
    wait: async (since, milliseconds, signal) => {
      if (count !== since) return;
      const waiting = AbortSignal.any([signal, AbortSignal.timeout(milliseconds)]);
      await once(emitter, 'append', { signal: waiting }).catch(() => {});
    },
    close: async () => {
      closed = true;
      await client?.end();
    },
  };
}
