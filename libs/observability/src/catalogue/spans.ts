export interface SpanEntry {
  /** How its name looks; `…` stands for anything. */
  name: string;
  kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer';
  meaning: string;
  onlyWhen?: string;
}

export interface AttributeEntry {
  name: string;
  form: string;
  meaning: string;
  onlyWhen?: string;
}

/** Every span that our edges make. */
export const SPANS: readonly SpanEntry[] = [
  { name: 'GET …', kind: 'server', meaning: 'A request that an edge answers; the path as its template.' },
  {
    name: 'POST …',
    kind: 'server',
    meaning: 'A request that an edge, or the receiver of webhooks, answers.',
  },
  { name: 'PUT …', kind: 'server', meaning: 'The same.', onlyWhen: 'a fault switch is thrown' },
  { name: 'PATCH …', kind: 'server', meaning: 'The same.' },
  { name: 'DELETE …', kind: 'server', meaning: 'The same.', onlyWhen: 'a cart or the faults are cleared' },
  {
    name: 'GET …',
    kind: 'client',
    meaning: 'A request to the payment provider.',
    onlyWhen: 'an answer of the provider was lost',
  },
  { name: 'POST …', kind: 'client', meaning: 'A request to the payment provider, or its webhook to us.' },
  { name: 'tradewind.…', kind: 'client', meaning: 'An attempt of a gRPC call.' },
  { name: 'tradewind.…', kind: 'server', meaning: 'A served gRPC call.' },
  {
    name: 'grpc.health.…',
    kind: 'server',
    meaning: 'A health check.',
    onlyWhen: 'a platform checks over gRPC',
  },
  { name: '…', kind: 'internal', meaning: 'A use case, named after its class.' },
  { name: 'saga …', kind: 'internal', meaning: 'A saga, for as long as one process has it.' },
  { name: 'saga step …', kind: 'internal', meaning: 'An attempt of one of its actions.' },
  { name: 'sql …', kind: 'client', meaning: 'A statement, by its name; never its text or its values.' },
  { name: 'send events', kind: 'producer', meaning: 'A batch of events that the relay hands to the log.' },
  {
    name: 'process events',
    kind: 'consumer',
    meaning: 'A batch of events that is handled in one transaction.',
  },
  { name: 'process …', kind: 'consumer', meaning: 'The handling of one event.' },
  {
    name: 'replay event',
    kind: 'consumer',
    meaning: 'A dead letter that an operator lets be handled again.',
    onlyWhen: 'an operator does so',
  },
];

/** Every attribute of a span. Names are OpenTelemetry's where it has one. */
export const ATTRIBUTES: readonly AttributeEntry[] = [
  { name: 'http.request.method', form: 'GET, POST, …', meaning: 'HTTP method.' },
  { name: 'http.route', form: 'template', meaning: 'The path without ids and without the query.' },
  { name: 'http.response.status_code', form: 'number', meaning: '499: the caller left before the answer.' },
  { name: 'rpc.system', form: 'grpc', meaning: 'How services call each other.' },
  { name: 'rpc.method', form: 'package.Service/Method', meaning: 'The called method.' },
  { name: 'peer.service', form: 'name', meaning: 'Who is called: the name of the policy.' },
  { name: 'db.system.name', form: 'postgresql', meaning: 'The database.' },
  { name: 'db.operation.name', form: 'name', meaning: 'The name of a statement.' },
  { name: 'messaging.system', form: 'tradewind', meaning: 'The event bus, whatever carries it.' },
  { name: 'messaging.operation.type', form: 'send, process', meaning: 'What is done with the events.' },
  { name: 'messaging.consumer.group.name', form: 'name', meaning: 'The service that listens.' },
  { name: 'messaging.message.id', form: 'UUID', meaning: 'Id of the event.' },
  { name: 'messaging.batch.message_count', form: 'number', meaning: 'Events of a batch.' },
  { name: 'saga.id', form: 'UUID', meaning: 'Id of the saga.' },
  { name: 'saga.step', form: 'name', meaning: 'Name of the action.' },
  { name: 'saga.attempt', form: 'number, from 1', meaning: 'Which try of the action it is.' },
  {
    name: 'error.type',
    form: 'code',
    meaning: 'Stable code of the error; never its text.',
    onlyWhen: 'something fails',
  },
];
