import type { EventLog } from '../../src/index.ts';
import type { Proxy } from './proxy.ts';

/** A real server that may be hurt: no other test uses it. */
export interface ContractServer {
  /** An empty log of its own on it. */
  open(): Promise<Place>;
  /** kill -9; undefined when the server is not ours to kill. */
  kill?: () => Promise<void>;
  /** Resolves when it answers again. */
  back(): Promise<void>;
  close(): Promise<void>;
}

export interface Place {
  /** A process's log; its members lose their partitions after `LEASE` ms of silence. */
  log(through?: Proxy): EventLog;
  proxy(): Promise<Proxy>;
  /** Appends what is no event, as somebody else might. @returns how many records */
  appendRubbish(): Promise<number>;
  /** Throws off the member whose connections go through the proxy, in the way that is worst for this log. */
  throwOff(proxy: Proxy): void;
  close(): Promise<void>;
}

/** Milliseconds. */
export const LEASE = 1_500;
