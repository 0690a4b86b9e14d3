import type { FaultKind } from '../schedule/schedule.ts';

/** Every kind of fault in words. */
export const MEANING: Record<FaultKind, string> = {
  'kill-at': '`kill -9` at a failpoint',
  'fail-at': 'an answer lost at a failpoint: SQL, gRPC, HTTP, bus',
  kill: '`kill -9` at any time',
  'kill-everything': '`kill -9` of every process and PostgreSQL',
  'stand-still': 'SIGSTOP, and on: up to 30 s',
  'disturb-events': 'every event three times, interleaved, keys out of order',
  'restart-log': 'the event log away: broker killed, or its connections cut',
  'restart-database': 'PostgreSQL stopped immediately and restarted',
  'cut-connections': 'connections to a database terminated',
  serializable: 'serialization failures (40001)',
  deadlock: 'deadlocks (40P01)',
  'webhooks-again': 'webhooks again, twice, out of order, badly signed',
  clock: "a process's clock wrong by an hour",
  poison: 'a poisoned event',
};
