/** What the broker is told; the same as properties and as an image's environment. */
export interface Listeners {
  /** Clients. */
  port: number;
  /** The broker's own controller. */
  controllerPort: number;
}

/** Any one will do; it must stay the same for the data. */
export const CLUSTER_ID = 'VHJhZGV3aW5kQ2x1c3Rlcg';

/**
 * One node that is broker and controller (KRaft), every internal topic with one partition and one copy.
 * A killed broker's successor may register only when the session of the dead one has ended: 2 s here instead of 9.
 */
export function brokerSettings(
  { port, controllerPort }: Listeners,
  dataDirectory: string,
): Record<string, string> {
  return {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'log.dirs': dataDirectory,
    'auto.create.topics.enable': 'false',
    ...single,
    ...prompt,
    ...small,
  };
}

const single = {
  'default.replication.factor': '1',
  'min.insync.replicas': '1',
  'offsets.topic.num.partitions': '1',
  'offsets.topic.replication.factor': '1',
  'transaction.state.log.num.partitions': '1',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'share.coordinator.state.topic.num.partitions': '1',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
};

const prompt = {
  'group.initial.rebalance.delay.ms': '0',
  'group.min.session.timeout.ms': '1000',
  'broker.session.timeout.ms': '2000',
  'broker.heartbeat.interval.ms': '250',
};

const small = {
  'num.network.threads': '2',
  'num.io.threads': '2',
  'background.threads': '2',
  'log.cleaner.threads': '1',
  'log.cleaner.dedupe.buffer.size': '2097152',
};
