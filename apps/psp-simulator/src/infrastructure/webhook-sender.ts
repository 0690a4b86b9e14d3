import { betweenFailpoints } from '@tradewind/failpoints';
import { systemClock } from '@tradewind/kernel';
import {
  currentTraceparent,
  inSpan,
  withTraceparent,
  withoutTracing,
  type Logger,
} from '@tradewind/observability';
import type { Database } from '@tradewind/database';
import type { Lifecycle } from '@tradewind/service-defaults';
import { Pool } from 'undici';
import { signatureOf } from './webhook-signature.ts';

export interface WebhookTarget {
  url: string;
  secret: string;
  /** Milliseconds in which webhooks gather before they are sent. */
  gather: number;
}

interface Row {
  id: string;
  body: string;
  traceparent: string | null;
}

const SPAN = { 'http.request.method': 'POST', 'peer.service': 'merchant' };
const BATCH = 128;
const POLL = 1_000;

const DUE = `select id, body, traceparent from webhook where delivered_at is null and next_attempt_at <= now()
  order by next_attempt_at limit ${BATCH}`;
// Delivered, or put off: 0.5 s, 1 s, 2 s … at most 30 s, for as long as it takes.
const SETTLE = `update webhook w set attempts = attempts + 1,
    delivered_at = case when w.id = any($1::text[]) then now() end,
    next_attempt_at = now() + least(30, 0.5 * 2 ^ least(attempts, 10)) * interval '1 second'
  where w.id = any($1::text[] || $2::text[])`;

/**
 * Sends stored webhooks until the merchant says 2xx: at least once, in no order. One sender for a database: two would send
 * each webhook twice, which merchants must stand anyway.
 */
export class WebhookSender implements Lifecycle {
  private readonly pool: Pool;
  private readonly path: string;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private soon = false;
  private stopped = false;
  private readonly database: Database;
  private readonly target: WebhookTarget;
  private readonly logger: Logger;

  constructor(database: Database, target: WebhookTarget, logger: Logger) {
    const url = new URL(target.url);
    this.database = database;
    this.target = target;
    this.logger = logger;
    this.path = url.pathname + url.search;
    this.pool = new Pool(url.origin, { connections: 8, headersTimeout: 10_000, bodyTimeout: 10_000 });
  }

  /** Something was stored: send it soon. */
  wake(): void {
    if (this.soon) return;
    this.soon = true;
    if (!this.running) this.schedule(this.target.gather);
  }

  async start(): Promise<void> {
    this.schedule(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    // What is cut off here counts as not delivered and is sent again after the restart.
    await this.pool.destroy();
    await this.running;
  }

  private schedule(milliseconds: number): void {
    if (this.stopped) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.running = withoutTracing(() => this.sendAll())), milliseconds);
  }

  private async sendAll(): Promise<void> {
    this.soon = false;
    try {
      while ((await this.sendBatch()) === BATCH);
    } catch (error) {
      this.logger.warn({ err: error }, 'webhooks could not be read');
    }
    this.running = undefined;
    this.schedule(this.soon ? this.target.gather : POLL);
  }

  private async sendBatch(): Promise<number> {
    const rows = await this.database.query<Row>('webhook.due', DUE);
    if (rows.length === 0) return 0;
    const outcomes = await Promise.all(rows.map((row) => this.send(row)));
    const delivered = rows.filter((_row, index) => outcomes[index]).map(({ id }) => id);
    const refused = rows.filter((_row, index) => !outcomes[index]).map(({ id }) => id);
    if (refused.length > 0) this.logger.warn({ webhooks: refused.length }, 'webhooks were not accepted');
    await this.database.query('webhook.settle', SETTLE, [delivered, refused]);
    return delivered.length === rows.length ? rows.length : 0;
  }

  private async send({ body, traceparent }: Row): Promise<boolean> {
    const parent = withTraceparent(traceparent ?? undefined);
    try {
      return await inSpan('POST webhook', { kind: 'CLIENT', parent, attributes: SPAN }, async () => {
        const headers = {
          'content-type': 'application/json',
          'psp-signature': signatureOf(body, this.target.secret, systemClock.now()),
          traceparent: currentTraceparent(),
        };
        const request = { method: 'POST', path: this.path, headers, body } as const;
        const answer = await betweenFailpoints('request:merchant POST webhook', () =>
          this.pool.request(request),
        );
        await answer.body.dump();
        return answer.statusCode >= 200 && answer.statusCode < 300;
      });
    } catch {
      return false;
    }
  }
}
