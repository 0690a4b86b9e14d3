import { homedir } from 'node:os';
import { join } from 'node:path';

export interface BrokerSettings {
  /** Brokers that are there already, `host:port,host:port`. */
  brokers: string | undefined;
  /** Where what is downloaded once stays, for all checkouts. */
  cacheDirectory: string;
}

/** XDG Base Directory Specification; Windows has its own folder for such things. */
export function readBrokerSettings(environment: NodeJS.ProcessEnv = process.env): BrokerSettings {
  const { KAFKA_BROKERS, XDG_CACHE_HOME, LOCALAPPDATA } = environment;
  const caches = XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache');
  return { brokers: KAFKA_BROKERS || undefined, cacheDirectory: join(caches, 'tradewind') };
}
