import type { Handlers, ServiceTable } from './definition.ts';

/** A class that offers a service: one method for each RPC, with the generated types. */
export type Implementation<Table> = Handlers<Table>;

export interface ServiceImplementation {
  table: ServiceTable;
  handlers: Record<string, (request: never, signal: AbortSignal) => unknown>;
}

/** Ties a generated service table to the object that offers it; the compiler compares them method by method. */
export function implementation<Table>(table: Table, handlers: Implementation<Table>): ServiceImplementation {
  return { table: table as ServiceTable, handlers: handlers as ServiceImplementation['handlers'] };
}
