import type { MethodDefinition } from '@grpc/grpc-js';

/** What the code generator writes for a service: a table of methods. */
export type ServiceTable = Record<string, MethodDefinition<never, never>>;

type RequestOf<Method> = Method extends { requestDeserialize: (bytes: Buffer) => infer Request }
  ? Request
  : never;
type ResponseOf<Method> = Method extends { responseDeserialize: (bytes: Buffer) => infer Response }
  ? Response
  : never;

type IsStream<Method> = Method extends { responseStream: true } ? true : false;

/** How a method is written down on the server: unary methods answer a promise, streams are async generators. */
type Handler<Method> =
  IsStream<Method> extends true
    ? (request: RequestOf<Method>, signal: AbortSignal) => AsyncIterable<ResponseOf<Method>>
    : (request: RequestOf<Method>, signal: AbortSignal) => Promise<ResponseOf<Method>>;

export type Handlers<Table> = { [Name in keyof Table]: Handler<Table[Name]> };

/** How it is called: unary methods with idempotency said, streams as async iterables. */
type Caller<Method> =
  IsStream<Method> extends true
    ? (request: RequestOf<Method>, signal: AbortSignal) => AsyncIterable<ResponseOf<Method>>
    : (request: RequestOf<Method>, options?: CallOptions) => Promise<ResponseOf<Method>>;

export type Callers<Table> = { [Name in keyof Table]: Caller<Table[Name]> };

export interface CallOptions {
  /** False: tried once only. Default true: every change in this system carries a key. */
  idempotent?: boolean;
}
