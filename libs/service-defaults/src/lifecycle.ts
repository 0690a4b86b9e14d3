/** Things that begin when the service starts and end, in reverse, when it stops. */
export interface Lifecycle {
  start?(): Promise<void>;
  stop?(): Promise<void>;
}

/** The Nest token under which a module lists its lifecycles, in the order of their start. */
export const LIFECYCLES = Symbol('lifecycles');

/** A provider for a module: what has to be started and stopped with the service. */
export function provideLifecycle<Dependencies extends unknown[]>(
  inject:
    | { [Key in keyof Dependencies]: abstract new (...args: never[]) => Dependencies[Key] }
    | (symbol | string)[],
  list: (...dependencies: Dependencies) => Lifecycle[],
): { provide: symbol; inject: never[]; useFactory: typeof list } {
  return { provide: LIFECYCLES, inject: inject as never[], useFactory: list };
}
