import { Client, credentials, Metadata, type MethodDefinition, type ServiceError } from '@grpc/grpc-js';
import { betweenFailpoints } from '@tradewind/failpoints';
import { inSpan, metrics } from '@tradewind/observability';
import { outgoingCall, remainingMilliseconds, type Policy } from '@tradewind/resilience';
import type { Callers, CallOptions, ServiceTable } from './definition.ts';
import { fromServiceError } from './error-status.ts';
import { measured } from './message-sizes.ts';
import { areRetriesRefused, injectAttempts, injectContext } from './propagation.ts';
import { injectRouting } from './routing.ts';

const seconds = metrics.histogram('rpc_client_seconds', 'Duration of an attempt of a call.', [
  'peer',
  'method',
  'code',
]);

/** A typed client of a generated service. Every call goes through the dependency's policy and carries deadline and trace. */
export type RpcClient<Table> = Callers<Table> & { close(): void };

/**
 * @param address `host:port`, or any gRPC name such as `dns:///order:8080`
 * @param policy deadline, retry, breaker and bulkhead of this dependency, shared by all clients of it
 */
export function createRpcClient<Table>(table: Table, address: string, policy: Policy): RpcClient<Table> {
  const channel = new Client(address, credentials.createInsecure(), {
    // A restarted peer is found again within half a second instead of up to two minutes.
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 500,
  });
  const callers: Record<string, unknown> = { close: () => channel.close() };
  for (const [name, method] of Object.entries(measured(table as ServiceTable, 'client'))) {
    callers[name] = method.responseStream
      ? (request: never, signal: AbortSignal) => stream(channel, method, request, signal)
      : (request: never, options?: CallOptions) => unary(channel, policy, method, request, options);
  }
  return callers as RpcClient<Table>;
}

type Method = MethodDefinition<never, never>;

function unary(
  channel: Client,
  policy: Policy,
  method: Method,
  request: never,
  options?: CallOptions,
): Promise<unknown> {
  const path = method.path.slice(1);
  const attributes = { 'rpc.system': 'grpc', 'rpc.method': path, 'peer.service': policy.name };
  return policy.execute(
    (signal) =>
      inSpan(path, { kind: 'CLIENT', attributes }, () =>
        betweenFailpoints(`call:${path}`, () => send(channel, policy.name, method, request, signal)),
      ),
    options,
  );
}

function send(
  channel: Client,
  peer: string,
  method: Method,
  request: never,
  signal: AbortSignal,
): Promise<unknown> {
  const metadata = new Metadata();
  injectContext(metadata);
  injectRouting(metadata);
  const { previousAttempts, report } = outgoingCall();
  injectAttempts(metadata, previousAttempts);
  const end = seconds.startTimer({ peer, method: method.path.slice(1) });
  return new Promise((resolve, reject) => {
    const answered = (failure: ServiceError | null, response?: unknown): void => {
      signal.removeEventListener('abort', cancel);
      if (areRetriesRefused(failure?.metadata)) report.spent = true;
      const error = failure && fromServiceError(peer, failure);
      end({ code: error?.code ?? 'OK' });
      if (error) reject(error);
      else resolve(response);
    };
    const { path, requestSerialize, responseDeserialize } = method;
    const deadline = Date.now() + Math.min(remainingMilliseconds(), 600_000);
    const call = channel.makeUnaryRequest(
      path,
      requestSerialize,
      responseDeserialize,
      request,
      metadata,
      { deadline },
      answered,
    );
    const cancel = (): void => call.cancel();
    signal.addEventListener('abort', cancel, { once: true });
  });
}

async function* stream(
  channel: Client,
  method: Method,
  request: never,
  signal: AbortSignal,
): AsyncIterable<unknown> {
  if (signal.aborted) return;
  const metadata = new Metadata();
  injectContext(metadata);
  injectRouting(metadata);
  const { path, requestSerialize, responseDeserialize } = method;
  const call = channel.makeServerStreamRequest(
    path,
    requestSerialize,
    responseDeserialize,
    request,
    metadata,
  );
  const cancel = (): void => call.cancel();
  signal.addEventListener('abort', cancel, { once: true });
  try {
    for await (const message of call) yield message;
  } catch (error) {
    if (!signal.aborted) throw fromServiceError(path, error as ServiceError);
  } finally {
    signal.removeEventListener('abort', cancel);
    call.cancel();
  }
}
