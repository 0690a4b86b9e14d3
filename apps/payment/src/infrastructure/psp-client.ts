import { betweenFailpoints } from '@tradewind/failpoints';
import { AppError } from '@tradewind/kernel';
import { currentTraceparent, inSpan } from '@tradewind/observability';
import { deadlineHeaders, type Policy } from '@tradewind/resilience';
import { Pool } from 'undici';

/** An answer of the provider that is an answer: what it could not say (5xx, no connection, no time) is an error. */
export interface PspAnswer {
  status: number;
  body: unknown;
}

interface PspRequest {
  method: 'GET' | 'POST';
  path: string;
  /** For spans: the path without ids. */
  route: string;
  body?: object;
  idempotencyKey?: string;
}

/** The provider's HTTP interface behind one policy: deadline, retry, breaker, bulkhead, timeout of an attempt. */
export class PspClient {
  private readonly pool: Pool;
  private readonly policy: Policy;

  constructor(url: string, policy: Policy, connections: number) {
    this.policy = policy;
    // The policy's timeouts hold; the pool's own would only hide them.
    this.pool = new Pool(url, {
      connections,
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: { timeout: 2_000 },
    });
  }

  /** Every call may be repeated: changes of a charge are idempotent at the provider, charges by their key. */
  send(request: PspRequest): Promise<PspAnswer> {
    const attributes = { 'http.request.method': request.method, 'peer.service': 'psp' };
    return this.policy.execute((signal) =>
      inSpan(`${request.method} ${request.route}`, { kind: 'CLIENT', attributes }, () =>
        betweenFailpoints(`request:psp ${request.method} ${request.route}`, () =>
          this.attempt(request, signal),
        ),
      ),
    );
  }

  /** Cuts off what still runs: nobody waits for it any more, and its outcome can be asked for later. */
  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async attempt(
    { method, path, body, idempotencyKey }: PspRequest,
    signal: AbortSignal,
  ): Promise<PspAnswer> {
    const headers = deadlineHeaders();
    const traceparent = currentTraceparent();
    if (traceparent) headers.traceparent = traceparent;
    if (idempotencyKey) headers['idempotency-key'] = idempotencyKey;
    if (body) headers['content-type'] = 'application/json';
    const options = { method, path, headers, signal, body: body ? JSON.stringify(body) : undefined };
    let status: number;
    let text: string;
    try {
      const answer = await this.pool.request(options);
      status = answer.statusCode;
      text = await answer.body.text();
    } catch (cause) {
      throw new AppError('unavailable', 'PSP.UNREACHABLE', 'the provider broke the connection', { cause });
    }
    if (status >= 500 || status === 429)
      throw new AppError('unavailable', 'PSP.FAILING', `the provider answered ${status}`);
    return { status, body: JSON.parse(text) as unknown };
  }
}
