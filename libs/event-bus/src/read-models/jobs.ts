import type { Database, Transaction } from '@tradewind/database';
import { AppError } from '@tradewind/kernel';

export interface ReadModelJob {
  model: string;
  id: string;
  kind: 'rebuild' | 'verification';
  state: 'requested' | 'running' | 'done' | 'failed';
  requestedBy: string;
  requestedAt: Date;
  /** Records of the log that were read. */
  handled: number;
  total: number;
  /** Rows that the model and the fold of its events do not have in common; null unless they were compared. */
  differences: number | null;
  /** Why it failed. */
  detail: string;
  finishedAt: Date | null;
}

const COLUMNS = `model, id, kind, state, requested_by as "requestedBy", requested_at as "requestedAt",
  handled::float8 as handled, total::float8 as total, differences::float8 as differences, detail,
  finished_at as "finishedAt"`;
const REQUEST = `insert into read_model_job as j (model, id, kind, state, requested_by) values ($1, $2, $3, 'requested', $4)
  on conflict (model) do update set id = excluded.id, kind = excluded.kind, state = 'requested',
    requested_by = excluded.requested_by, requested_at = now(), handled = 0, total = 0, differences = null, detail = '',
    lease_until = '-infinity', finished_at = null
  where j.state in ('done', 'failed') returning ${COLUMNS}`;
const CLAIM = `update read_model_job j set id = $2, state = 'running', handled = 0, total = 0,
    lease_until = now() + $3::float8 * interval '1 ms'
  from (select model, id from read_model_job where model = $1 and state in ('requested', 'running') and lease_until < now()
    for update skip locked) old
  where j.model = old.model returning old.id as "previousId", j.kind`;
const RENEW = `update read_model_job set handled = $2, total = $3, lease_until = now() + $4::float8 * interval '1 ms'
  where id = $1 and state = 'running' returning id`;
const FINISH = `update read_model_job set state = 'done', differences = $2, handled = total, finished_at = now()
  where id = $1 and state = 'running' returning id`;
const FAIL = `update read_model_job set state = 'failed', detail = $2, finished_at = now() where id = $1`;
const RELEASE = `update read_model_job set lease_until = '-infinity' where id = $1 and state = 'running'`;

export async function requestJob(
  database: Database,
  { model, id, kind, operator }: { model: string; id: string; kind: string; operator: string },
): Promise<ReadModelJob> {
  const [job] = await database.query<ReadModelJob>('job.request', REQUEST, [model, id, kind, operator]);
  if (job) return job;
  throw new AppError('conflict', 'READ_MODEL.BUSY', `${model} is being worked on already`);
}

/** The model's job, when it waits for somebody or was left by a process that died. It gets a new id: what is left goes. */
export async function claimJob(database: Database, model: string, id: string, lease: number) {
  const values = [model, id, lease];
  const rows = await database.query<Pick<ReadModelJob, 'kind'> & { previousId: string }>(
    'job.claim',
    CLAIM,
    values,
  );
  return rows[0];
}

/** @throws when somebody else has taken the job over */
export async function renewJob(
  database: Database,
  id: string,
  { handled, total, lease }: { handled: number; total: number; lease: number },
): Promise<void> {
  if ((await database.query('job.renew', RENEW, [id, handled, total, lease])).length === 0) throw lost();
}

/** @throws when somebody else has taken the job over */
export async function finishJob(sql: Transaction, id: string, differences: number | null): Promise<void> {
  if ((await sql.query('job.finish', FINISH, [id, differences])).length === 0) throw lost();
}

export async function failJob(database: Database, id: string, detail: string): Promise<void> {
  await database.query('job.fail', FAIL, [id, detail]);
}

/** Leaves the job to the next process. */
export async function releaseJob(database: Database, id: string): Promise<void> {
  await database.query('job.release', RELEASE, [id]);
}

export async function readJobs(database: Database): Promise<Map<string, ReadModelJob>> {
  const jobs = await database.query<ReadModelJob>('job.list', `select ${COLUMNS} from read_model_job`);
  return new Map(jobs.map((job) => [job.model, job]));
}

const lost = (): AppError =>
  new AppError('conflict', 'READ_MODEL.LOST', 'another process has taken the work over');
