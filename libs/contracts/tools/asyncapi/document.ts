import type { FileRegistry } from '@bufbuild/protobuf';
import { EVENT_TYPES, type EventType } from '../../src/event-catalogue.ts';
import { TOPICS, topicOf, type Topic } from '../../src/topics.ts';
import { cloudEventHeaders } from './header-schema.ts';
import { payloadSchema } from './payload-schema.ts';

/** Of the AsyncAPI Kafka bindings. */
const BINDING = '0.5.0';

interface Sources {
  /** All messages of proto/. */
  messages: FileRegistry;
  /** The stored sample of an event type. */
  sampleOf: (type: EventType) => unknown;
  version: string;
}

/** What is on the event log, in AsyncAPI 3.0: topics, events, their headers and data. */
export function asyncApiDocument(sources: Sources): object {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Tradewind events',
      version: sources.version,
      description:
        'Facts that Tradewind publishes. Generated from the contracts (libs/contracts) by `npm run contracts:generate`.',
      license: { name: 'MIT', url: 'https://opensource.org/licenses/MIT' },
    },
    defaultContentType: 'application/json',
    servers: {
      local: { host: '127.0.0.1:8090', protocol: 'kafka', description: 'npm start -- --bus kafka' },
    },
    channels: Object.fromEntries(TOPICS.map((topic) => [topic, channel(topic)])),
    operations: Object.fromEntries(TOPICS.map((topic) => [`publish.${topic}`, publishing(topic)])),
    components: {
      messages: Object.fromEntries(EVENT_TYPES.map((type) => [type, message(type, sources)])),
      schemas: { CloudEvent: cloudEventHeaders },
    },
  };
}

const typesOf = (topic: Topic): EventType[] => EVENT_TYPES.filter((type) => topicOf(type) === topic);

function channel(topic: Topic): object {
  const references = typesOf(topic).map((type) => [type, { $ref: `#/components/messages/${type}` }]);
  return {
    address: topic,
    title: `Events of the ${serviceOf(topic)} service`,
    description:
      'Events of one key stay in order; each may come more than once, under the same id. Kept for ever.',
    messages: Object.fromEntries(references),
    bindings: {
      kafka: { topic, partitions: 4, topicConfiguration: { 'retention.ms': -1 }, bindingVersion: BINDING },
    },
  };
}

function publishing(topic: Topic): object {
  return {
    action: 'send',
    channel: { $ref: `#/channels/${topic}` },
    summary: `The ${serviceOf(topic)} service publishes what has become true.`,
    messages: typesOf(topic).map((type) => ({ $ref: `#/channels/${topic}/messages/${type}` })),
  };
}

function message(type: EventType, { messages, sampleOf }: Sources): object {
  const name = messageName(type);
  const descriptor = messages.getMessage(name);
  if (!descriptor) throw new Error(`${type}: proto/ has no message ${name}`);
  return {
    name: type,
    title: descriptor.name,
    contentType: 'application/json',
    headers: { $ref: '#/components/schemas/CloudEvent' },
    payload: payloadSchema(descriptor),
    bindings: {
      kafka: { key: { type: 'string', description: 'Id of the aggregate.' }, bindingVersion: BINDING },
    },
    examples: [{ name: 'sample', payload: sampleOf(type) }],
  };
}

const serviceOf = (topic: Topic): string => topic.split('.')[1]!;

/** `tradewind.order.v1.order-placed` is the message `tradewind.order.v1.OrderPlaced`. */
function messageName(type: EventType): string {
  const parts = type.split('.');
  const words = parts.pop()!.split('-');
  return [...parts, words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('')].join('.');
}
