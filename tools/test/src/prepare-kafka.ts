import { findSource, NoBrokerError } from '@tradewind/kafka-broker';
import type { TestOptions } from './options.ts';

/** Whether there is a Kafka to test with; else why not, and how to get one. */
export type KafkaForTests = { there: true } | { there: false; why: string };

/** Gets the broker now, with its progress shown: a test that waited for it would only seem to hang. */
export async function prepareKafka({
  filters,
  specs,
  journeys,
  proof,
  buses,
}: TestOptions): Promise<KafkaForTests> {
  const needed = journeys ? buses.includes('kafka') : (specs || proof) && filters.length === 0;
  if (!needed) return { there: false, why: 'not asked for' };
  try {
    const { kind } = await findSource({ progress: (text) => console.log(`Kafka: ${text}`) });
    console.log(
      `Kafka: ${{ given: 'the brokers of KAFKA_BROKERS', docker: 'by Docker', java: 'on Java' }[kind]}`,
    );
    return { there: true };
  } catch (error) {
    if (error instanceof NoBrokerError) return { there: false, why: error.line };
    throw error;
  }
}
