import { metrics } from '@tradewind/observability';
import type { ServiceTable } from './definition.ts';

const LABELS = ['method', 'direction'];
const counters = {
  server: metrics.counter(
    'rpc_server_bytes_total',
    'Bytes of messages, received and sent by servers.',
    LABELS,
  ),
  client: metrics.counter(
    'rpc_client_bytes_total',
    'Bytes of messages, received and sent by clients.',
    LABELS,
  ),
};

/** The same table, whose codecs count what goes through them. */
export function measured(table: ServiceTable, side: keyof typeof counters): ServiceTable {
  const entries = Object.entries(table).map(([name, method]) => {
    const path = method.path.slice(1);
    const received = counters[side].labels({ method: path, direction: 'received' });
    const sent = counters[side].labels({ method: path, direction: 'sent' });
    const writing =
      <Message>(serialize: (message: Message) => Buffer) =>
      (message: Message) => {
        const bytes = serialize(message);
        sent.inc(bytes.length);
        return bytes;
      };
    const reading =
      <Message>(deserialize: (bytes: Buffer) => Message) =>
      (bytes: Buffer) => {
        received.inc(bytes.length);
        return deserialize(bytes);
      };
    const codecs =
      side === 'server'
        ? {
            requestDeserialize: reading(method.requestDeserialize),
            responseSerialize: writing(method.responseSerialize),
          }
        : {
            requestSerialize: writing(method.requestSerialize),
            responseDeserialize: reading(method.responseDeserialize),
          };
    return [name, { ...method, ...codecs }] as const;
  });
  return Object.fromEntries(entries);
}
