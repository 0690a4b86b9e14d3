import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBroker, type RunningBroker, type Source } from '@tradewind/kafka-broker';
import { uuidV7 } from '@tradewind/kernel';
import kafkajs, { type ISocketFactory, type Message } from 'kafkajs';
import { createKafkaEventLog, type EventLog } from '../../src/index.ts';
import { toMessage } from '../../src/kafka/to-message.ts';
import { fact, logger, TOPIC } from '../bench.ts';
import { createProxy, type Proxy } from './proxy.ts';
import { LEASE, type ContractServer, type Place } from './server.ts';

/** A broker of our own, or the one that was given, which cannot be killed and may refuse short leases. */
export async function openKafkaServer(source: Source): Promise<ContractServer> {
  if (source.kind === 'given')
    return {
      open: async () => openPlace(source.brokers, 6_000),
      back: async () => {},
      close: async () => {},
    };
  const directory = await mkdtemp(join(tmpdir(), 'tradewind-kafka-'));
  const broker: RunningBroker = await startBroker(source, directory);
  return {
    open: async () => openPlace(broker.brokers, LEASE),
    kill: () => broker.kill(),
    back: () => broker.start(),
    close: async () => {
      await broker.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function openPlace(brokers: string, session: number): Place {
  const namespace = `contract-${uuidV7()}.`;
  const closing: (() => Promise<unknown>)[] = [];
  const log = (through?: Proxy): EventLog => {
    const socketFactory = through && by(through);
    const options = {
      brokers: brokers.split(','),
      service: 'contract',
      logger,
      namespace,
      session,
      socketFactory,
    };
    const it = createKafkaEventLog(options);
    closing.unshift(() => it.close());
    return it;
  };
  return {
    log,
    async proxy() {
      const [host, port] = brokers.split(',')[0]!.split(':');
      const proxy = await createProxy({ host: host!, port: Number(port) });
      closing.push(() => proxy.close());
      return proxy;
    },
    appendRubbish: () => appendRubbish(brokers, namespace + TOPIC),
    // An answer that cannot be read is an error that kafkajs does not repeat: its consumer ends for good.
    throwOff: (proxy) => proxy.garbleAnswer(),
    close: async () => {
      for (const close of closing) await close();
    },
  };
}

const by =
  ({ port }: Proxy): ISocketFactory =>
  ({ onConnect }) =>
    connect({ host: '127.0.0.1', port }, onConnect);

async function appendRubbish(brokers: string, topic: string): Promise<number> {
  const kafka = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING });
  const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
  await producer.connect();
  const good = { ...toMessage(fact('rubbish', 1)), key: null };
  const headers = (more: object): Message => ({
    ...good,
    headers: { ...good.headers, ce_id: uuidV7(), ...more },
  });
  const messages: Message[] = [
    { value: 'neither headers nor JSON' },
    { key: null, value: null },
    { key: 'x'.repeat(300), value: Buffer.from([0, 255, 254, 0]) },
    headers({ ce_type: undefined }),
    headers({ ce_type: '\0' }),
    headers({ ce_specversion: '2.0' }),
    headers({ ce_id: 'order-1' }),
    headers({ ce_time: 'yesterday', ce_type: 'x'.repeat(300) }),
    { ...headers({}), value: null },
    { ...headers({}), value: '{"unfinished":' },
    { ...headers({}), value: '"text"' },
    { ...headers({}), value: 'null' },
    { ...headers({}), value: '{"zero":"\\u0000"}' },
    { ...headers({}), value: '{"half":"\\ud800"}' },
  ].map((message) => ({ ...message, partition: 0, headers: withoutUndefined(message.headers) }));
  await producer.send({ topic, messages });
  await producer.disconnect();
  return messages.length;
}

function withoutUndefined(headers: Message['headers'] = {}): Message['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
}
