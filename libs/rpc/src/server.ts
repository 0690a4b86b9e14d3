import type { EventEmitter } from 'node:events';
import {
  Server,
  type ServerUnaryCall,
  type ServerWritableStream,
  type StatusObject,
  type sendUnaryData,
} from '@grpc/grpc-js';
import { betweenFailpoints } from '@tradewind/failpoints';
import type { CallFaults } from '@tradewind/faults';
import { isAppError } from '@tradewind/kernel';
import { inSpan, metrics, type Logger } from '@tradewind/observability';
import { incomingCall } from '@tradewind/resilience';
import { toServiceError } from './error-status.ts';
import { createHealth } from './health.ts';
import type { ServiceImplementation } from './implementation.ts';
import { openPort, type OpenPort } from './open-port.ts';
import { measured } from './message-sizes.ts';
import { extractAttempts, extractContext } from './propagation.ts';
import { extractRouting, withRouting } from './routing.ts';

type AnyCall = ServerUnaryCall<never, unknown> | ServerWritableStream<never, unknown>;

export interface RpcServer {
  /** Bound address, such as `127.0.0.1:8091`. */
  readonly address: string;
  /** What `grpc.health.v1.Health` answers. */
  setServing(serving: boolean): void;
  /** No new calls; waits for those that run, at most `milliseconds`. */
  stop(milliseconds: number): Promise<void>;
}

interface RpcServerOptions {
  address: string;
  services: readonly ServiceImplementation[];
  logger: Logger;
  /** Whether a successor may listen on the same port while this one ends; false. */
  sharedPort?: boolean;
  /** Undefined: no fault can be switched on. */
  faults?: CallFaults | undefined;
}

const seconds = metrics.histogram('rpc_server_seconds', 'Duration of a served call.', ['method', 'code']);

const active = metrics.gauge('rpc_server_active', 'Calls that are being served.');

/** A gRPC server with deadlines, cancellation, one span and one metric for each call, and the standard health service. */
export async function createRpcServer(options: RpcServerOptions): Promise<RpcServer> {
  const server = new Server();
  const health = createHealth();
  for (const service of [health.implementation, ...options.services]) addService(server, service, options);
  const door = await openPort(server, options.address, options.sharedPort ?? false);
  return {
    address: door.address,
    setServing: (serving) => health.setServing(serving),
    stop: (milliseconds) => stop(server, door, milliseconds),
  };
}

function addService(
  server: Server,
  { table, handlers }: ServiceImplementation,
  options: RpcServerOptions,
): void {
  const methods: Record<string, unknown> = {};
  for (const [name, method] of Object.entries(table)) {
    const handler = handlers[name]!.bind(handlers);
    const served = (call: AnyCall, work: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> =>
      serve(method.path.slice(1), call, work, options);
    methods[name] = method.responseStream ? streaming(handler, served) : unary(handler, served);
  }
  server.addService(measured(table, 'server') as never, methods as never);
}

type Serve = (call: AnyCall, work: (signal: AbortSignal) => Promise<unknown>) => Promise<unknown>;
type AnyHandler = ServiceImplementation['handlers'][string];

function unary(handler: AnyHandler, served: Serve) {
  return (call: ServerUnaryCall<never, unknown>, answer: sendUnaryData<unknown>): void => {
    served(call, (signal) => handler(call.request, signal) as Promise<unknown>).then(
      (value) => answer(null, value),
      (error: Partial<StatusObject>) => answer(error),
    );
  };
}

function streaming(handler: AnyHandler, served: Serve) {
  return (call: ServerWritableStream<never, unknown>): void => {
    served(call, async (signal) => {
      for await (const message of handler(call.request, signal) as AsyncIterable<unknown>) {
        if (signal.aborted) return;
        call.write(message);
      }
    }).then(
      () => call.end(),
      (error: Partial<StatusObject>) => call.emit('error', error),
    );
  };
}

/** @throws the gRPC status of what went wrong */
async function serve(
  path: string,
  call: AnyCall,
  work: (signal: AbortSignal) => Promise<unknown>,
  { logger, faults }: RpcServerOptions,
): Promise<unknown> {
  const controller = new AbortController();
  (call as EventEmitter).on('cancelled', () => controller.abort());
  const end = seconds.startTimer({ method: path });
  active.inc();
  const parent = extractContext(call.metadata);
  const attributes = { 'rpc.system': 'grpc', 'rpc.method': path };
  const routing = extractRouting(call.metadata);
  const incoming = incomingCall(millisecondsLeft(call), extractAttempts(call.metadata), controller.signal);
  try {
    const result = await inSpan(path, { kind: 'SERVER', parent, attributes }, async () => {
      try {
        await faults?.suffer(path, controller.signal);
        return await betweenFailpoints(`serve:${path}`, () =>
          withRouting(routing, () => incoming.run(() => work(controller.signal))),
        );
      } catch (error) {
        // What is no AppError is a mistake of ours: the caller sees INTERNAL, the log has the cause with the trace's id.
        if (!isAppError(error)) logger.error({ err: error, method: path }, 'call failed');
        throw error;
      }
    });
    end({ code: 'OK' });
    return result;
  } catch (error) {
    end({ code: isAppError(error) ? error.code : 'INTERNAL' });
    throw toServiceError(error, incoming.retriesSpent);
  } finally {
    active.dec();
  }
}

function millisecondsLeft(call: AnyCall): number {
  const deadline = call.getDeadline();
  if (deadline === Infinity) return Infinity;
  return (deadline instanceof Date ? deadline.getTime() : deadline) - Date.now();
}

/** Resolves when every call has ended, or was cut off. */
async function stop(server: Server, door: OpenPort, milliseconds: number): Promise<void> {
  const force = setTimeout(() => server.forceShutdown(), milliseconds);
  const calm = new Promise<void>((resolve) => server.tryShutdown(() => resolve()));
  await Promise.all([door.close(), calm]);
  clearTimeout(force);
}
