import { findSource, NoBrokerError, type Source } from '@tradewind/kafka-broker';
import { Failure } from '../failure.ts';
import type { Ports } from '../ports.ts';
import type { SystemParts } from '../running-system.ts';
import type { Steps } from '../steps.ts';

/** The Kafka that carries the events of this run. */
export interface Kafka {
  readonly source: Source;
  /** What the services are told. */
  readonly brokers: string;
}

/** Finds a way to a broker when Kafka is asked for; says what is under way, because the first time may need minutes. */
export async function chooseKafka(
  { options, console }: Pick<SystemParts, 'options' | 'console'>,
  ports: Ports,
  steps: Steps,
): Promise<Kafka | undefined> {
  if (options.bus !== 'kafka') return undefined;
  const { kafkaBrokers, signal } = options;
  const environment = { ...process.env, ...(kafkaBrokers && { KAFKA_BROKERS: kafkaBrokers }) };
  const progress = (text: string): void => console.line(`    ${text}`);
  const find = (): Promise<Source> => findSource({ environment, progress, signal }).catch(explain);
  const source = await steps.run('Kafka, a way to it', find, describe);
  return { source, brokers: source.kind === 'given' ? source.brokers : `127.0.0.1:${ports.kafka!.client}` };
}

function explain(error: unknown): never {
  throw error instanceof NoBrokerError ? new Failure(error.message) : error;
}

function describe(source: Source): string {
  if (source.kind === 'given') return `brokers at ${source.brokers}`;
  return source.kind === 'docker' ? 'by Docker' : `on Java ${source.java.version}`;
}
