import type { Database, Transaction } from '@tradewind/database';
import { AppError, isAppError } from '@tradewind/kernel';
import { continuing, inSpan, linkActiveSpan, safeMessage, type SpanOptions } from '@tradewind/observability';
import type { ConsumerOptions } from './consumer-options.ts';
import { handleOne } from './handle-one.ts';
import { lettersOfKey, listLetters, type DeadLetter, type LetterFilter } from './letter-store.ts';

/** What could not be handled: visible, and repairable by an operator. */
export interface DeadLetters {
  /** Newest first. Without a filter: the parked ones. */
  list(limit: number, filter?: Partial<LetterFilter>): Promise<DeadLetter[]>;
  /** Handles all open letters of the letter's key, in order; stops at the first that fails again. */
  replay(id: string, operator: string): Promise<number>;
  /** Gives one letter up, with a note; the later ones of its key are handled then. */
  discard(id: string, operator: string, note: string): Promise<void>;
}

const CLOSE = `update dead_letter set state = $2, operator = $3, note = $4, closed_at = now(), due_at = null
  where id = $1 and state in ('parked', 'waiting') returning key, sequence`;
// The next of them that is parked for a reason of its own still holds up those behind it.
const RELEASE = `update dead_letter set state = 'waiting', due_at = now()
  where key = $1 and sequence > $2 and state = 'parked' and cause_code = 'EVENT.BEHIND_PARKED'`;

type Repair<Context> = Pick<
  ConsumerOptions<Context>,
  'group' | 'subscriptions' | 'transact' | 'committed' | 'poison'
>;

export function createDeadLetters<Context>(database: Database, consumer: Repair<Context>): DeadLetters {
  async function handleAgain(letter: DeadLetter, operator: string): Promise<void> {
    if (!consumer.subscriptions.find(letter.type)) throw nobodyListens(letter);
    try {
      // The order's trace goes on; it and the operator's own request are linked.
      linkActiveSpan(letter.event.traceparent);
      await inSpan('replay event', spanOf(letter), () =>
        consumer.transact(async (context, sql) => {
          await close(sql, letter.id, 'replayed', operator, '');
          await handleOne(consumer, letter.event, context, 1);
        }),
      );
    } catch (error) {
      throw failedAgain(error);
    }
    consumer.committed();
  }
  return {
    list: (limit, filter = {}) => listLetters(database, { states: ['parked'], ...filter }, limit),
    async replay(id, operator) {
      const letters = await lettersOfKey(database, id);
      if (letters.length === 0) throw notFound(id);
      for (const letter of letters) await handleAgain(letter, operator);
      return letters.length;
    },
    async discard(id, operator, note) {
      await database.transaction(async (sql) => {
        const { key, sequence } = await close(sql, id, 'discarded', operator, note);
        await sql.query('letter.release', RELEASE, [key, sequence]);
      });
      consumer.committed();
    },
  };
}

function spanOf({ event }: DeadLetter): SpanOptions {
  const attributes = { 'messaging.system': 'tradewind', 'messaging.message.id': event.id };
  return { kind: 'CONSUMER', attributes, ...continuing(event.traceparent) };
}

async function close(
  sql: Transaction,
  id: string,
  state: string,
  operator: string,
  note: string,
): Promise<{ key: string; sequence: string }> {
  const values = [id, state, operator, note];
  const [row] = await sql.query<{ key: string; sequence: string }>('letter.close', CLOSE, values);
  if (!row) throw notFound(id);
  return row;
}

function notFound(id: string): AppError {
  return new AppError('not-found', 'DEAD_LETTER.NOT_FOUND', `no dead letter ${id} is parked`);
}

/** Else the letter would count as replayed without any effect. */
function nobodyListens({ type }: DeadLetter): AppError {
  const message = `this service does not know what to do with ${type}: discard the letter`;
  return new AppError('refused', 'DEAD_LETTER.NOBODY_LISTENS', message);
}

/** The operator sees why, whatever it was; it is the operator who can do something about it. */
function failedAgain(cause: unknown): unknown {
  if (isAppError(cause)) return cause;
  const message = `it failed again: ${safeMessage(cause)}`;
  return new AppError('refused', 'DEAD_LETTER.FAILED_AGAIN', message, { cause });
}
