/** An engine inside its own process. */
export interface Engine {
  /** Opens the saga of this id durably and resolves when it is done. */
  run(id: string): Promise<void>;
  stop(): Promise<unknown>;
  /** Where sagas are begun by HTTP instead: `POST URL` with the id as JSON. */
  url?: string;
  /** Processes of its own, besides the one that it is called in. */
  pids?: number[];
}

export interface EngineParts {
  /** A database of its own for what the engine keeps. */
  url: string;
  /** A folder of its own. */
  folder: string;
  /** What all engines do in a saga: three times this. */
  step(id: string, step: number): Promise<void>;
}

export type CreateEngine = (parts: EngineParts) => Promise<Engine>;
