import { AppError, isAppError } from '@tradewind/kernel';
import { metrics, withoutTracing } from '@tradewind/observability';
import type { ConsumerOptions } from './consumer-options.ts';
import { handleOne, inBatch } from './handle-one.ts';
import { noteFailure, noteHandled, noteParked } from './handling-notes.ts';
import {
  claimLetters,
  finishLetters,
  openLetters,
  parkLetter,
  postponeLetter,
  type DeadLetter,
} from './letter-store.ts';
import { createAbsences, retryDelay, tryOut } from './try-out.ts';

export interface Retrier {
  /** A letter may be due: look. */
  wake(): void;
  /** Finishes what runs. */
  stop(): Promise<void>;
}

type RetrierOptions<Context> = Omit<ConsumerOptions<Context>, 'log'>;

const AT_ONCE = 50;
/** Milliseconds after which it looks without being woken: for what a killed process left behind. */
const POLL = 1_000;

const open = metrics.gauge('dead_letters', 'Events that could not be handled yet, by state.', ['state']);

/**
 * Handles waiting letters when they are due: the first of each key, so that a key's order is kept; several keys together,
 * so that many letters are soon done once whoever was away is back. Replicas share the work.
 */
export function createRetrier<Context>(options: RetrierOptions<Context>): Retrier {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;

  function schedule(milliseconds: number): void {
    if (stopping.signal.aborted) return;
    clearTimeout(timer);
    timer = setTimeout(() => void (running = withoutTracing(turn)), milliseconds);
  }

  async function turn(): Promise<void> {
    let wait = POLL;
    again = false;
    try {
      while (!stopping.signal.aborted && (await retryDue(options, stopping.signal)) > 0);
      const { due, waiting, parked } = await openLetters(options.database);
      open.set({ state: 'waiting' }, waiting);
      open.set({ state: 'parked' }, parked);
      // Not at once: what is due and was not claimed is in the hands of another replica, or behind a parked letter.
      if (due) wait = Math.min(wait, Math.max(100, due.getTime() - Date.now()));
    } catch (error) {
      options.logger.warn({ err: error }, 'waiting letters could not be looked at; trying again');
    }
    running = undefined;
    schedule(again ? 0 : wait);
  }

  schedule(0);
  return {
    wake() {
      if (running) again = true;
      else schedule(0);
    },
    async stop() {
      stopping.abort(new Error('the retrier stops'));
      clearTimeout(timer);
      await running;
    },
  };
}

async function retryDue<C>(options: RetrierOptions<C>, signal: AbortSignal): Promise<number> {
  const letters = await claimLetters(options.database, AT_ONCE, options.lease ?? 30_000);
  if (letters.length === 0) return 0;
  try {
    await handleLetters(options, letters);
  } catch {
    await handleEach(options, letters, signal);
  }
  return letters.length;
}

async function handleLetters<C>(options: RetrierOptions<C>, letters: DeadLetter[]): Promise<void> {
  const events = letters.map(({ event }) => event);
  await inBatch(options.group, events, () =>
    options.transact(async (context, sql) => {
      if (!(await finishLetters(sql, letters))) throw lost();
      for (const event of events) await handleOne(options, event, context, events.length);
    }),
  );
  options.committed();
  events.forEach(noteHandled);
}

const lost = (): AppError =>
  new AppError('conflict', 'DEAD_LETTER.LOST', 'the letter is in the hands of somebody else', {
    retryable: true,
  });

async function handleEach<C>(options: RetrierOptions<C>, letters: DeadLetter[], signal: AbortSignal) {
  const absences = createAbsences();
  for (const letter of letters) {
    const absence = signal.aborted ? signal.reason : absences.of(letter.type);
    if (absence !== undefined) await postpone(options, letter, absence);
    else absences.note(letter.type, await handleAlone(options, letter, signal));
  }
}

async function handleAlone<C>(options: RetrierOptions<C>, letter: DeadLetter, signal: AbortSignal) {
  const { database, logger } = options;
  const before = letter.attempts - 1;
  const result = await tryOut(() => handleLetters(options, [letter]), {
    attempts: options.attempts ?? 3,
    signal,
    failed: (error, attempt, retryable) =>
      noteFailure(logger, letter.event, error, before + attempt, retryable),
  });
  const { verdict, error: cause, attempts } = result;
  if (isLost(cause)) return { ...result, verdict: 'done' as const };
  if (verdict === 'away') await postpone(options, letter, cause);
  if (verdict === 'ill') {
    await parkLetter(database, letter, { cause, attempts: before + attempts });
    noteParked(logger, letter.event);
  }
  return result;
}

const isLost = (error: unknown): boolean => isAppError(error) && error.code === 'DEAD_LETTER.LOST';

async function postpone<C>({ database }: RetrierOptions<C>, letter: DeadLetter, cause: unknown) {
  await postponeLetter(database, letter, { cause, retryAfter: retryDelay(letter.attempts) });
}
