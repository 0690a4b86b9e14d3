// Prints the folder with Kafka's libraries, gotten from Maven Central when they are not there.
import { findSource } from '@tradewind/kafka-broker';

// The image is made from them, so an engine that could run it does not count as a way to a broker here.
process.env['DOCKER_HOST'] = 'unix:///nowhere';
delete process.env['KAFKA_BROKERS'];
const source = await findSource({ progress: (text) => console.error(text) });
if (source.kind !== 'java') throw new Error('Kafka is made from its libraries here, with Java 17 and Maven');
console.log(source.libraries);
