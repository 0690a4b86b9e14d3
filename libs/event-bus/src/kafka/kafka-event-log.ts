import { TOPICS } from '@tradewind/contracts';
import type { Logger } from '@tradewind/observability';
import type { Admin, ISocketFactory, Kafka } from 'kafkajs';
import type { EventLog } from '../event-log.ts';
import { createAppender, type Appender } from './append.ts';
import { createGroupMember } from './group-member.ts';
import { createTopics, readEnds } from './topics.ts';

interface KafkaEventLogOptions {
  /** `host:port` of some brokers; they know the others. */
  brokers: readonly string[];
  service: string;
  logger: Logger;
  /** Put before the names of topics and groups, so that several systems can share a cluster. Default none. */
  namespace?: string;
  /** Partitions of each topic that is made: the most processes of one group that can share the work. Default 4. */
  partitions?: number;
  /** Milliseconds that a silent member keeps its partitions; a broker takes 6,000 and more. Default 6,000. */
  session?: number;
  /** Opens connections, through a tunnel for example. Default: straight to the broker. */
  socketFactory?: ISocketFactory;
}

interface Client {
  kafka: Kafka;
  admin: Admin;
  appender: Appender;
}

/** The event log on Apache Kafka. Sources: Kafka documentation §4 (design); kafkajs 2.2.4. */
export function createKafkaEventLog(options: KafkaEventLogOptions): EventLog {
  const { namespace = '', logger } = options;
  const topicName = (topic: string): string => namespace + topic;
  const plainName = (topic: string): string => topic.slice(namespace.length);
  let opened: Promise<Client> | undefined;
  let prepared: Promise<void> | undefined;

  const open = (): Promise<Client> => (opened ??= openClient(options, topicName));
  const prepare = (): Promise<void> =>
    (prepared ??= open()
      .then(({ admin }) => createTopics(admin, TOPICS.map(topicName), options.partitions ?? 4))
      .catch((error: unknown) => {
        prepared = undefined;
        throw error;
      }));

  return {
    async append(events) {
      await prepare();
      await (await open()).appender.append(events);
    },
    async consume(group, topics, handle) {
      const { kafka } = await open();
      return createGroupMember({
        ...{ kafka, logger, plainName, handle, prepare },
        group: namespace + group,
        topics: topics.map(topicName),
        session: options.session ?? 6_000,
      });
    },
    async ends(topics) {
      await prepare();
      const { admin } = await open();
      const ends = await readEnds(admin, topics.map(topicName));
      return ends.map((end) => ({ ...end, topic: plainName(end.topic) }));
    },
    async close() {
      const client = await opened;
      await Promise.all([client?.appender.close(), client?.admin.disconnect()]);
    },
  };
}

/** Loads kafkajs only where Kafka is in use: a service on PostgreSQL does not pay for it. */
async function openClient(
  options: KafkaEventLogOptions,
  topicName: (topic: string) => string,
): Promise<Client> {
  const { Kafka, Partitioners, logLevel } = (await import('kafkajs')).default;
  const { service, logger, brokers, socketFactory } = options;
  const kafka = new Kafka({
    clientId: service,
    brokers: [...brokers],
    socketFactory,
    connectionTimeout: 2_000,
    requestTimeout: 10_000,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
    logLevel: logLevel.WARN,
    // Each try writes a line; what comes of it is said by this library.
    logCreator:
      () =>
      ({ log: { message, ...rest } }) =>
        logger.debug(rest, `kafkajs: ${message}`),
  });
  const createPartitioner = Partitioners.DefaultPartitioner; // murmur2, as Java's clients do
  return { kafka, admin: kafka.admin(), appender: createAppender({ kafka, createPartitioner, topicName }) };
}
