import type { Database, Transaction } from '@tradewind/database';
import { AppError, isAppError, uuidV7 } from '@tradewind/kernel';
import type { ConsumerOptions } from './consumer.ts';
import type { StoredEvent } from './event.ts';
import { handleOne } from './handle-one.ts';

export interface DeadLetter {
  id: string;
  eventId: string;
  type: string;
  key: string;
  event: StoredEvent;
  causeCode: string;
  causeMessage: string;
  attempts: number;
  parkedAt: Date;
}

/** What could not be handled: visible, and repairable by an operator. */
export interface DeadLetters {
  list(limit: number): Promise<DeadLetter[]>;
  /** Handles the letter and the later ones of its key, in order; stops at the first that fails again. */
  replay(id: string, operator: string): Promise<number>;
  /** Gives one letter up, with a note; the later ones of its key can then be replayed. */
  discard(id: string, operator: string, note: string): Promise<void>;
}

const COLUMNS = `id, event_id as "eventId", type, key, event, cause_code as "causeCode", cause_message as "causeMessage",
  attempts, parked_at as "parkedAt"`;
const LIST = `select ${COLUMNS} from dead_letter where state = 'parked' order by id desc limit $1`;
const OF_KEY = `select ${COLUMNS} from dead_letter where state = 'parked' and key = (select key from dead_letter where id = $1)
  order by id`;
const CLOSE = `update dead_letter set state = $2, operator = $3, note = $4, closed_at = now()
  where id = $1 and state = 'parked' returning id`;
const PARK = `with seen as (insert into inbox (event_id) values ($2) on conflict do nothing)
  insert into dead_letter (id, event_id, type, key, event, cause_code, cause_message, attempts)
  values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8) on conflict (event_id) do nothing`;

/** Stores an event as a dead letter, with its cause. */
export async function park(
  sql: Transaction,
  event: StoredEvent,
  cause: unknown,
  attempts: number,
): Promise<void> {
  const { code, message } = cause as { code?: string; message?: string };
  const values = [
    uuidV7(),
    event.id,
    event.type,
    event.key,
    JSON.stringify(event),
    code ?? 'EVENT.NOT_HANDLED',
    message ?? '',
    attempts,
  ];
  await sql.query('dead-letter.park', PARK, values);
}

type Repair<Context> = Pick<ConsumerOptions<Context>, 'group' | 'subscriptions' | 'transact' | 'committed'>;

export function createDeadLetters<Context>(database: Database, consumer: Repair<Context>): DeadLetters {
  async function handleAgain(letter: DeadLetter, operator: string): Promise<void> {
    try {
      await consumer.transact(async (context, sql) => {
        await close(sql, letter.id, 'replayed', operator, '');
        await handleOne(consumer, letter.event, context);
      });
    } catch (error) {
      throw failedAgain(error);
    }
    consumer.committed();
  }
  return {
    list: (limit) => database.query('dead-letter.list', LIST, [limit]),
    async replay(id, operator) {
      const letters = await database.query<DeadLetter>('dead-letter.of-key', OF_KEY, [id]);
      if (letters.length === 0) throw notFound(id);
      for (const letter of letters) await handleAgain(letter, operator);
      return letters.length;
    },
    discard: (id, operator, note) => close(database, id, 'discarded', operator, note),
  };
}

async function close(
  sql: Transaction,
  id: string,
  state: string,
  operator: string,
  note: string,
): Promise<void> {
  const rows = await sql.query('dead-letter.close', CLOSE, [id, state, operator, note]);
  if (rows.length === 0) throw notFound(id);
}

function notFound(id: string): AppError {
  return new AppError('not-found', 'DEAD_LETTER.NOT_FOUND', `no dead letter ${id} is parked`);
}

/** The operator sees why, whatever it was; it is the operator who can do something about it. */
function failedAgain(cause: unknown): unknown {
  if (isAppError(cause)) return cause;
  const message = `it failed again: ${(cause as Error).message}`;
  return new AppError('refused', 'DEAD_LETTER.FAILED_AGAIN', message, { cause });
}
