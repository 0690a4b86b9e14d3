import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { UseCases } from '@tradewind/cqrs';
import { betweenFailpoints } from '@tradewind/failpoints';
import type { FaultSwitch } from '@tradewind/faults';
import { isAppError, type ErrorKind } from '@tradewind/kernel';
import { inSpan, metrics, withTraceparent, type Logger } from '@tradewind/observability';
import type { Lifecycle } from '@tradewind/service-defaults';
import { NewsReader } from '../../application/ports/news-reader.ts';
import { ReceiveNews } from '../../application/receive-news/receive-news.command.ts';

/** A webhook is small; whoever sends more is not the provider. */
const LARGEST = 64 * 1024;

const STATUS_OF: Partial<Record<ErrorKind, number>> = { invalid: 400, forbidden: 401 };

const SPAN = { 'http.request.method': 'POST', 'http.route': '/webhooks/psp' };
const webhooks = metrics.counter('payment_webhooks_total', 'Webhooks by what they meant.', ['outcome']);

interface Address {
  host: string;
  port: number;
  /** Whether a successor may listen beside it. */
  reusePort?: boolean;
}

/**
 * The provider's door: `POST /webhooks/psp`, on plain node:http, since one route needs no framework. Anything but 2xx makes
 * the provider send it again later.
 */
export class WebhookServer implements Lifecycle {
  private readonly server: Server;
  private readonly address: Address;
  private readonly reader: NewsReader;
  private readonly useCases: UseCases;
  private readonly logger: Logger;
  private readonly down: FaultSwitch;

  constructor(address: Address, reader: NewsReader, useCases: UseCases, logger: Logger, down: FaultSwitch) {
    this.address = address;
    this.reader = reader;
    this.useCases = useCases;
    this.logger = logger;
    this.down = down;
    this.server = createServer((request, response) => void this.serve(request, response));
  }

  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.address, resolve);
    });
  }

  /** The bound port: of interest when it was asked to choose one. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** Requests that run get their answer; what was not answered comes again. */
  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeIdleConnections();
    });
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parent = withTraceparent(request.headers.traceparent as string | undefined);
    const status = await inSpan('POST /webhooks/psp', { kind: 'SERVER', parent, attributes: SPAN }, () =>
      betweenFailpoints('http:POST /webhooks/psp', () => this.receive(request)),
    ).catch((error: unknown) => this.statusOf(error));
    if (!this.server.listening) response.setHeader('connection', 'close');
    response.writeHead(status).end();
  }

  private async receive(request: IncomingMessage): Promise<number> {
    if (request.method !== 'POST' || request.url !== '/webhooks/psp') return 404;
    if (this.down.on) return 503;
    const body = await readBody(request);
    if (body === undefined) return 413;
    const news = this.reader.read(body, request.headers['psp-signature'] as string | undefined);
    const outcome = news ? await this.useCases.execute(new ReceiveNews(news)) : 'foreign';
    webhooks.inc({ outcome });
    return 204;
  }

  private statusOf(error: unknown): number {
    webhooks.inc({ outcome: isAppError(error) ? error.code : 'INTERNAL' });
    this.logger.warn({ err: error }, 'a webhook was not accepted');
    return (isAppError(error) && STATUS_OF[error.kind]) || 503;
  }
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > LARGEST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
