import { findSource, NoBrokerError } from '@tradewind/kafka-broker';
import { it } from 'vitest';
import { describeContract } from './contract.ts';
import { openKafkaServer } from './kafka-server.ts';

const source = await findSource({ progress: (text) => process.stderr.write(`${text}\n`) }).catch(
  (error: unknown) => {
    if (error instanceof NoBrokerError) return error;
    throw error;
  },
);

if (source instanceof NoBrokerError) it('Kafka as event log', (context) => context.skip(source.line));
else describeContract('Kafka', () => openKafkaServer(source));
