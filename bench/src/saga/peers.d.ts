// What the bench uses of packages that are installed only when they are measured (../parts/install-peers.ts): without this the
// types could not be checked in a checkout that has never measured them.
declare module '@dbos-inc/dbos-sdk' {
  export const DBOS: {
    setConfig(config: {
      name: string;
      systemDatabaseUrl: string;
      systemDatabasePoolSize: number;
      logLevel: string;
    }): void;
    registerWorkflow<Arguments extends unknown[], Result>(
      workflow: (...args: Arguments) => Promise<Result>,
      options: { name: string },
    ): (...args: Arguments) => Promise<Result>;
    runStep<Result>(step: () => Promise<Result>, options: { name: string }): Promise<Result>;
    withNextWorkflowID<Result>(id: string, call: () => Promise<Result>): Promise<Result>;
    launch(): Promise<void>;
    shutdown(): Promise<void>;
  };
}

declare module '@restatedev/restate-sdk' {
  export interface Context {
    run<Result>(name: string, action: () => Promise<Result>): Promise<Result>;
  }
  export function service(definition: {
    name: string;
    handlers: Record<string, (context: Context, input: string) => Promise<void>>;
  }): object;
  export interface Endpoint {
    bind(service: object): Endpoint;
    setLogger(logger: () => void): void;
    listen(port: number): Promise<number>;
  }
  export function endpoint(): Endpoint;
}
