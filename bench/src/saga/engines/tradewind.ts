import { createDatabase, createLane } from '@tradewind/database';
import { systemClock } from '@tradewind/kernel';
import { createLogger } from '@tradewind/observability';
import {
  createPostgresSagaStore,
  createSagaRunner,
  defineSaga,
  type EffectSql,
  type SagaRecord,
} from '@tradewind/saga';
import type { CreateEngine, EngineParts } from './engine.ts';

type Data = Record<string, never>;

// As the order service opens its orders: the saga and "about to run" are on the disk before anything is called.
const OPEN = `with incoming as (
    select * from jsonb_to_recordset($1::jsonb) as o(id uuid, definition text, version int, data jsonb, worker uuid, deadline_at timestamptz)
  ), begun as (
    insert into saga (id, subject_id, definition, version, state, step, data, owner, deadline_at)
    select id, id, definition, version, 'running', 0, data, worker, deadline_at from incoming on conflict do nothing
    returning id
  ), journaled as (
    insert into saga_journal (saga_id, at, step, direction, outcome, attempt)
    select id, now(), 'first', 'run', 'started', 1 from begun
  )
  select id from begun`;

const noEffects: EffectSql<never> = { ctes: '', rowsOf: () => [], parameters: () => [] };

/** libs/saga as a service uses it. */
export const createEngine: CreateEngine = async ({ url, step }) => {
  const database = createDatabase({ url, service: 'bench-saga' });
  const definition = threeSteps(step);
  const waiting = new Map<string, { resolve: () => void; reject: (error: Error) => void }>();
  const runner = createSagaRunner<Data, never>({
    definitions: [definition],
    store: createPostgresSagaStore<Data, never>(database, noEffects),
    clock: systemClock,
    logger: createLogger('bench', 'silent'),
    changed({ id, state }) {
      if (state.status === 'running') return;
      if (state.status === 'done' && !state.failure) waiting.get(id)?.resolve();
      else waiting.get(id)?.reject(new Error(`it ended ${state.status}`));
      waiting.delete(id);
    },
  });
  const open = createLane<SagaRecord<Data>, boolean>(async (sagas) => {
    const rows = await database.query<{ id: string }>('bench.open', OPEN, [
      JSON.stringify(sagas.map((saga) => toRow(saga, runner.worker))),
    ]);
    const opened = new Set(rows.map(({ id }) => id));
    return sagas.map(({ id }) => opened.has(id));
  });
  await runner.start();
  return {
    async run(id) {
      const saga = newSaga(id, definition);
      const done = new Promise<void>((resolve, reject) => waiting.set(id, { resolve, reject }));
      if (await open(saga)) runner.resume(saga);
      return done;
    },
    async stop() {
      await runner.stop();
      await database.close();
    },
  };
};

function threeSteps(step: EngineParts['step']) {
  const retry = { attempts: 3, initial: 100, maximum: 1_000 };
  const call = (name: string, number: number) => ({
    name,
    participant: 'rows',
    run: { call: (_data: Data, { key }: { key: string }) => step(key, number) },
    retry,
  });
  return defineSaga<Data, never>({
    ...{ name: 'bench', version: 1, deadline: 60_000, undoRetry: retry },
    steps: [call('first', 1), call('second', 2), call('third', 3)],
  });
}

function newSaga(id: string, { name, version, deadline }: ReturnType<typeof threeSteps>): SagaRecord<Data> {
  return {
    ...{ id, subjectId: id, definition: name, version, data: {}, fence: 1, traceparent: undefined },
    state: { status: 'running', step: 0, attempt: 0, failure: null, parked: null },
    deadlineAt: systemClock.now() + deadline,
    cancelRequested: false,
  };
}

function toRow({ id, definition, version, data, deadlineAt }: SagaRecord<Data>, worker: string): object {
  return { id, definition, version, data, worker, deadline_at: new Date(deadlineAt).toISOString() };
}
