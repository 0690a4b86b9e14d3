import { parseArgs } from 'node:util';

/** What can be measured. */
const WORDS = [
  'starts',
  'memory',
  'orders',
  'overload',
  'soak',
  'saga',
  'relay',
  'resilience',
  'tracing',
] as const;
type Word = (typeof WORDS)[number];

export interface BenchOptions {
  what: ReadonlySet<Word>;
  /** Seconds of each load. */
  seconds: number;
  /** Rounds of sagas and tracing. */
  rounds: number;
  /** Minutes of a soak. */
  minutes: number;
  port: number;
  write: boolean;
  help: boolean;
}

export const HELP = `npm run bench [-- WHAT… OPTIONS]

  Without words it measures the whole system on this machine: starts, memory and orders.

  starts        time to the first page, and to stop
  memory        of all processes, after the start and after the load
  orders        orders per second and their latency, transactions and CPU per order
  overload      three times as many orders as can be served: how many are still served in time, and how soon all is normal
  soak          memory of every process under a steady load for a long time
  saga          the saga engine beside DBOS Transact and Restate (installed into bench/ the first time)
  relay         the relay beside an outbox that is polled: time from commit to handler, events per second
  resilience    what a call through the policies costs, beside cockatiel and opossum (installed the first time)
  tracing       CPU of a request with tracing off, at 1 % and at 100 %, beside OpenTelemetry's auto-instrumentation

  --seconds N   length of each load (orders: 10, the others: 8)
  --rounds N    rounds of sagas, policies and tracing, whose median is shown (3)
  --minutes N   length of a soak, at least 15 (20)
  --port N      the first port of the system that is measured (28080)
  --write       write what was measured into docs/benchmarks.md; the other sections stay`;

/** @throws when an option or a word is not known */
export function readOptions(args: readonly string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      minutes: { type: 'string', default: '20' },
      port: { type: 'string', default: '28080' },
      starts: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const words = values.starts ? ['starts', 'memory', ...positionals] : positionals;
  const unknown = words.filter((word) => !isWord(word));
  if (unknown.length > 0)
    throw new Error(`no such thing to measure: ${unknown.join(', ')} (${WORDS.join(', ')})`);
  const what = new Set<Word>(words.length > 0 ? words.filter(isWord) : ['starts', 'memory', 'orders']);
  return {
    what,
    seconds: positive('seconds', values.seconds ?? (what.has('orders') ? '10' : '8')),
    rounds: positive('rounds', values.rounds),
    minutes: positive('minutes', values.minutes),
    port: positive('port', values.port),
    write: values.write,
    help: values.help,
  };
}

const isWord = (text: string): text is Word => (WORDS as readonly string[]).includes(text);

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`--${name} takes a number above 0`);
  return value;
}
