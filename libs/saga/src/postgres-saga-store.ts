import { createLane, type Database } from '@tradewind/database';
import type { JournalEntry } from './journal.ts';
import type { SagaRecord, SagaStore, Transition } from './saga-store.ts';
import type { SagaVersion } from './saga-versions.ts';
import type { Failure, SagaStatus } from './transitions.ts';

/** How a service's own changes join the journal's statement. */
export interface EffectSql<Effect, Row = unknown> {
  /**
   * Common table expressions, each starting with a comma. They may use `moved(id, subject_id, cancel_requested)`, the sagas
   * whose transition is kept; `written`, their journal (who reads it comes after it); and the parameters from `$3` on.
   */
  ctes: string;
  /** What an effect comes to. Called in the trace of its saga: events are made here. */
  rowsOf(sagaId: string, effect: Effect): Row[];
  /** Of the effects of many sagas, in the trace of none of them. */
  parameters(rows: Row[]): unknown[];
}

interface Advance<Data, Effect, Row> {
  transition: Transition<Data, Effect>;
  effect: Row[];
}

export interface SagaRow<Data> {
  id: string;
  subject_id: string;
  definition: string;
  version: number;
  state: SagaStatus;
  step: number;
  attempt: number;
  data: Data;
  failure_code: string | null;
  failure_message: string | null;
  parked_from: 'running' | 'compensating' | null;
  parked_code: string | null;
  parked_message: string | null;
  cancel_requested: boolean;
  traceparent: string | null;
  fence: string;
  deadline_at: Date;
}

const JOURNAL = `insert into saga_journal
  (saga_id, at, step, direction, outcome, attempt, duration_ms, error_code, error_message, detail)
  select e.saga_id, e.at, e.step, e.direction, e.outcome, e.attempt, e.duration_ms, e.error_code, e.error_message, e.detail
  from jsonb_to_recordset($2::jsonb) as e(saga_id uuid, at timestamptz, step text, direction text, outcome text,
    attempt int, duration_ms int, error_code text, error_message text, detail jsonb)`;

// The ids are given once more as an array: a statement that was prepared while the table was small would otherwise join by
// reading a whole index, for good.
const advanceSql = (effectCtes: string): string => `with next as (
    select * from jsonb_to_recordset($1::jsonb) as n(id uuid, fence bigint, state text, step int, attempt int, data jsonb,
      failure_code text, failure_message text, parked_from text,
      parked_code text, parked_message text, wake_at timestamptz)
  ), moved as (
    update saga s set state = n.state, step = n.step, attempt = n.attempt, data = n.data, failure_code = n.failure_code,
      failure_message = n.failure_message, parked_from = n.parked_from, parked_code = n.parked_code,
      parked_message = n.parked_message, wake_at = n.wake_at, updated_at = now(),
      owner = case when n.state in ('running', 'compensating') then s.owner end
    from next n where s.id = any(array(select id from next)) and s.id = n.id and s.fence = n.fence
    returning s.id, s.subject_id, s.cancel_requested
  ), written as (${JOURNAL} join moved m on m.id = e.saga_id returning saga_journal.saga_id)
  ${effectCtes}
  select id, cancel_requested from moved`;

// A saga is free when nobody owns it, or its owner has not said for a while that it lives. The fence grows, so that an
// owner that was only paused finds its next transition refused. A worker also finds its own sagas that it does not know of:
// it may have lost the database between a commit and its answer.
// Parameters of their own place: $1 definitions, $2 versions.
const KNOWN = '(s.definition, s.version) in (select * from unnest($1::text[], $2::int[]))';
const UNKNOWN = `select s.definition, s.version, count(*)::int as count from saga s
  where s.state in ('running', 'compensating') and not ${KNOWN} group by 1, 2 order by 1, 2`;
const CLAIM = `with living as materialized (select id from saga_worker where expires_at > now()),
  free as (
    select s.id from saga s where s.state in ('running', 'compensating') and ${KNOWN}
      and (s.owner is null or s.owner not in (select id from living)
        or (s.owner = $3 and s.id <> all($5::uuid[]) and s.updated_at < now() - $6 * interval '1 ms'))
      and (s.wake_at is null or s.wake_at <= now())
    order by s.id limit $4 for update skip locked
  )
  update saga s set owner = $3, fence = s.fence + 1, updated_at = now() from free where s.id = free.id returning s.*`;
const HEARTBEAT = `with gone as (delete from saga_worker where expires_at < now() - interval '1 hour')
  insert into saga_worker as w (id, expires_at) values ($1, now() + $2 * interval '1 ms')
  on conflict (id) do update set expires_at = excluded.expires_at`;
const RELEASE = 'update saga set owner = null where id = $1 and owner = $2';
const LEAVE = `with gone as (delete from saga_worker where id = $1) update saga set owner = null where owner = $1`;

/** Sagas in the service's own database; transitions of many sagas share one statement and one commit under load. */
export function createPostgresSagaStore<Data, Effect, Row = unknown>(
  database: Database,
  effectSql: EffectSql<Effect, Row>,
): SagaStore<Data, Effect> {
  const text = advanceSql(effectSql.ctes);
  const advancing = createLane<Advance<Data, Effect, Row>, 'kept' | 'cancel-requested' | 'lost'>(
    async (items) => {
      const transitions = items.map(({ transition }) => transition);
      const rows = await database.query<{ id: string; cancel_requested: boolean }>('saga.advance', text, [
        JSON.stringify(transitions.map(toRow)),
        JSON.stringify(
          transitions.flatMap(({ id, journal }) => journal.map((entry) => toJournalRow(id, entry))),
        ),
        ...effectSql.parameters(items.flatMap(({ effect }) => effect)),
      ]);
      const kept = new Map(rows.map((row) => [row.id, row.cancel_requested]));
      return transitions.map(({ id }) =>
        !kept.has(id) ? 'lost' : kept.get(id) ? 'cancel-requested' : 'kept',
      );
    },
  );
  return {
    advance: (transition) => {
      const { id, effect } = transition;
      return advancing({ transition, effect: effect === undefined ? [] : effectSql.rowsOf(id, effect) });
    },
    async heartbeat(worker, lease) {
      await database.query('saga.heartbeat', HEARTBEAT, [worker, lease]);
    },
    async claim(worker, { limit, busy, lease, known }) {
      const values = [...versionColumns(known), worker, limit, busy, lease];
      return (await database.query<SagaRow<Data>>('saga.claim', CLAIM, values)).map(toRecord);
    },
    unknown: (known) => database.query('saga.unknown', UNKNOWN, versionColumns(known)),
    async release(id, worker) {
      await database.query('saga.release', RELEASE, [id, worker]);
    },
    async leave(worker) {
      await database.query('saga.leave', LEAVE, [worker]);
    },
  };
}

function versionColumns(known: readonly SagaVersion[]): [string[], number[]] {
  return [known.map((it) => it.definition), known.map((it) => it.version)];
}

function toRow<Data>({ id, fence, state, data, wakeAt }: Transition<Data, unknown>): object {
  return {
    id,
    fence,
    state: state.status,
    step: state.step,
    attempt: state.attempt,
    data,
    failure_code: state.failure?.code,
    failure_message: state.failure?.message,
    parked_from: state.parked?.from,
    parked_code: state.parked?.reason.code,
    parked_message: state.parked?.reason.message,
    wake_at: wakeAt === null ? null : new Date(wakeAt).toISOString(),
  };
}

function toJournalRow(sagaId: string, entry: JournalEntry): object {
  const { at, step, direction, outcome, attempt, detail } = entry;
  return {
    saga_id: sagaId,
    ...{ at, step, direction, outcome, attempt, detail },
    duration_ms: entry.durationMs,
    error_code: entry.error?.code,
    error_message: entry.error?.message,
  };
}

function toFailure(code: string | null, message: string | null): Failure | null {
  return code === null ? null : { code, message: message ?? '' };
}

/** A row of the saga table. */
export function toRecord<Data>(row: SagaRow<Data>): SagaRecord<Data> {
  const failure = toFailure(row.failure_code, row.failure_message);
  const reason = toFailure(row.parked_code, row.parked_message);
  const parked = row.parked_from && reason ? { from: row.parked_from, reason } : null;
  return {
    id: row.id,
    subjectId: row.subject_id,
    definition: row.definition,
    version: row.version,
    data: row.data,
    state: { status: row.state, step: row.step, attempt: row.attempt, failure, parked },
    fence: Number(row.fence),
    deadlineAt: row.deadline_at.getTime(),
    traceparent: row.traceparent ?? undefined,
    cancelRequested: row.cancel_requested,
  };
}
