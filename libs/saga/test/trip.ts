import { readFile } from 'node:fs/promises';
import { createDatabase, type Database } from '@tradewind/database';
import { systemClock, uuidV7 } from '@tradewind/kernel';
import { createLogger, type Logger } from '@tradewind/observability';
import { createTestDatabase } from '@tradewind/testing';
import {
  createPostgresSagaStore,
  createSagaRunner,
  defineSaga,
  type EffectSql,
  type SagaDefinition,
  type SagaRecord,
  type SagaRunner,
  type SagaStore,
} from '../src/index.ts';

export interface TripData {
  secret?: string;
  seat?: string;
}
/** What becomes of the trip's own row. */
type TripEffect = 'booked' | 'refused' | 'cancelled';

/** What is called, and what it answers. Every call is remembered with its key and what the journal said just then. */
interface Participants {
  calls: { name: string; key: string; attempt: number }[];
  answer: (name: string, key: string, attempt: number) => Promise<void> | void;
}

/** The versions that a bench's runner knows. */
export const TRIPS = [{ definition: 'trip', version: 1 }];

/**
 * reserve ↔ release, pay (pivot), book; refusing and booking are the service's own. Version 2 also insures, before it
 * reserves: each later step has another index then.
 */
function tripSaga(
  { calls, answer }: Participants,
  version: number,
  wait: number | undefined,
): SagaDefinition<TripData, TripEffect> {
  const retry = { attempts: 3, initial: wait ?? 2, maximum: wait ?? 5 };
  const call =
    (name: string) =>
    async (_data: TripData, { key, attempt }: { key: string; attempt: number }) => {
      calls.push({ name, key, attempt });
      await answer(name, key, attempt);
      return name === 'reserve' ? { seat: '12a' } : undefined;
    };
  const insure = {
    name: 'insure',
    participant: 'insurer',
    run: { call: call('insure') },
    undo: { name: 'cancel-insurance', call: call('cancel-insurance') },
    retry,
  };
  return defineSaga<TripData, TripEffect>({
    name: 'trip',
    version,
    deadline: 60_000,
    forget: ['secret'],
    undoRetry: retry,
    steps: [
      {
        name: 'open',
        participant: 'here',
        run: { effect: () => 'booked' },
        undo: {
          name: 'refuse',
          effect: (_data, failure) => (failure?.code.includes('CANCELLED') ? 'cancelled' : 'refused'),
        },
        retry,
      },
      ...(version === 1 ? [] : [insure]),
      {
        name: 'reserve',
        participant: 'train',
        run: { call: call('reserve') },
        undo: { name: 'release', call: call('release') },
        retry,
      },
      { name: 'pay', participant: 'bank', pivot: true, run: { call: call('pay') }, retry },
      { name: 'book', participant: 'here', run: { effect: () => 'booked' }, retry },
    ],
  });
}

const effectSql: EffectSql<TripEffect> = {
  ctes: `, changed as (
    update trip t set status = x.status, changes = t.changes + 1
    from jsonb_to_recordset($3::jsonb) as x(saga_id uuid, status text) join moved m on m.id = x.saga_id
    where t.id = m.subject_id returning t.id)`,
  rowsOf: (sagaId, effect) => [{ saga_id: sagaId, status: effect }],
  parameters: (rows) => [JSON.stringify(rows)],
};

interface OpenOptions {
  deadlineIn?: number;
  id?: string;
  version?: number;
}

interface RunnerOptions {
  store?: SagaStore<TripData, TripEffect>;
  lease?: number;
  /** Milliseconds between two tries. */
  wait?: number;
  /** Which of the trip's versions the runner knows. */
  versions?: number[];
  logger?: Logger;
}

export interface Bench {
  url: string;
  database: Database;
  participants: Participants;
  store: SagaStore<TripData, TripEffect>;
  runner(options?: RunnerOptions): SagaRunner<TripData>;
  /** A saga that is at the step after `open`, stored as owned by `worker`. */
  open(worker: string | null, more?: OpenOptions): Promise<SagaRecord<TripData>>;
  close(): Promise<void>;
}

const OPEN = `with opened as (insert into trip (id) values ($1)), journaled as (
    insert into saga_journal (saga_id, at, step, direction, outcome, attempt) values ($1, now(), case $4::int when 1 then 'reserve' else 'insure' end, 'run', 'started', 1))
  insert into saga (id, subject_id, definition, version, state, step, data, owner, deadline_at)
  values ($1, $1, 'trip', $4::int, 'running', 1, '{"secret": "hush"}', $2, $3)`;

/** Runners and participants of one process, on a database that is there. */
export function connectBench(database: Database) {
  const runners: SagaRunner<TripData>[] = [];
  const participants: Participants = { calls: [], answer: () => {} };
  const store = createPostgresSagaStore<TripData, TripEffect>(database, effectSql);
  return {
    ...{ database, participants, store },
    runner({ wait, versions = [1], ...options }: RunnerOptions = {}): SagaRunner<TripData> {
      const { calls } = participants;
      const answer: Participants['answer'] = (...call) => participants.answer(...call);
      const definitions = versions.map((version) => tripSaga({ calls, answer }, version, wait));
      const logger = createLogger('saga-test', 'silent');
      const common = { definitions, clock: systemClock, logger, changed: () => {} };
      const runner = createSagaRunner({ ...common, store, lease: 400, ...options });
      runners.push(runner);
      return runner;
    },
    stopAll: () => Promise.all(runners.map((runner) => runner.stop())),
  };
}

export async function openBench(): Promise<Bench> {
  const test = await createTestDatabase('saga');
  const database = createDatabase({ url: test.url, service: 'saga-test' });
  await database.pool.query(await readFile(new URL('../sql/saga.sql', import.meta.url), 'utf8'));
  await database.pool.query(
    `create table trip (id uuid primary key, status text not null default 'open', changes int default 0)`,
  );
  const { stopAll, ...bench } = connectBench(database);
  return {
    ...bench,
    url: test.url,
    async open(worker, { deadlineIn = 60_000, id = uuidV7(), version = 1 } = {}) {
      const deadlineAt = Date.now() + deadlineIn;
      await database.query('test.open', OPEN, [id, worker, new Date(deadlineAt), version]);
      return {
        ...{
          id,
          subjectId: id,
          definition: 'trip',
          version,
          fence: 1,
          deadlineAt,
          traceparent: undefined,
        },
        data: { secret: 'hush' },
        state: { status: 'running', step: 1, attempt: 0, failure: null, parked: null },
        cancelRequested: false,
      };
    },
    async close() {
      await stopAll();
      await database.close();
      await test.drop();
    },
  };
}
