import type { JsonSchema } from './payload-schema.ts';

const text = (description: string, more: JsonSchema = {}): JsonSchema => ({
  type: 'string',
  description,
  ...more,
});

/** CloudEvents' attributes as record headers. Source: CloudEvents 1.0.2, Kafka Protocol Binding §3.2.3. */
export const cloudEventHeaders: JsonSchema = {
  type: 'object',
  title: 'CloudEvents 1.0, binary content mode',
  required: ['ce_specversion', 'ce_id', 'ce_source', 'ce_type', 'ce_time', 'ce_subject', 'content-type'],
  properties: {
    ce_specversion: text('Version of CloudEvents.', { const: '1.0' }),
    ce_id: text('UUIDv7; the same when the event comes again.', { format: 'uuid' }),
    ce_source: text('The service that published it, such as /tradewind/order.', { format: 'uri-reference' }),
    ce_type: text('The wire name of the event, which never changes.'),
    ce_time: text('When it happened, RFC 3339.', { format: 'date-time' }),
    ce_subject: text('Id of the aggregate that it is about.'),
    ce_partitionkey: text('The key of the record: events of one key stay in order.'),
    ce_traceparent: text('W3C trace context of what caused it (extension Distributed Tracing).', {
      pattern: '^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$',
    }),
    'content-type': text('How the value is written.', { const: 'application/json' }),
  },
};
