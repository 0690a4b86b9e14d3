import { AppError } from '@tradewind/kernel';
import { decideParked, type SagaDecision } from '../src/decide-parked.ts';
import type { World } from './world.ts';

/** Something that happens to a saga. */
export type Happening = (world: World<never, unknown, unknown>) => Promise<void>;

/** What is due works; `answer` is what the participant says. */
export const works =
  (answer?: object): Happening =>
  (world) =>
    world.act(async () => answer);

/** The participant says no: nothing happened there, and trying again cannot help. */
export const refused = (code: string, message = 'no'): Happening =>
  failing(() => new AppError('refused', code, message));

/** No answer: it may have happened, and trying again may help. */
export const unanswered = (code: string, message = 'no answer'): Happening =>
  failing(() => new AppError('unavailable', code, message));

/** No answer, and trying again cannot help: nobody knows whether it happened. */
export const lost = (code: string, message = 'nobody knows'): Happening =>
  failing(() => new AppError('unavailable', code, message, { retryable: false }));

/** A mistake of ours. */
export const breaks = (): Happening => failing(() => new TypeError('undefined is not a function'));

/** The same, so many times. */
export const times =
  (count: number, happening: Happening): Happening =>
  async (world) => {
    for (let done = 0; done < count; done++) await happening(world);
  };

/** A cancellation is asked for while this happens. */
export const cancelledWhile =
  (happening: Happening): Happening =>
  async (world) => {
    world.record = { ...world.record, cancelRequested: true };
    await happening(world);
  };

/** So many milliseconds pass while this happens. */
export const takes =
  (milliseconds: number, happening: Happening): Happening =>
  (world) => {
    world.now += milliseconds;
    return happening(world);
  };

/** The process dies, and another takes the saga up. */
export const takenOver =
  (after = 0): Happening =>
  async (world) => {
    world.now += after;
    world.record = { ...world.record, fence: world.record.fence + 1 };
    world.begun = true;
    world.turnBackIfAsked();
  };

/** An operator decides about a parked saga. */
export const decided =
  (decision: SagaDecision, operator = 'olga', note = 'looked into it'): Happening =>
  async (world) =>
    world.keep(decideParked(world.definition, world.record, { decision, operator, note }, world.now));

function failing(error: () => Error): Happening {
  return (world) =>
    world.act(async () => {
      throw error();
    });
}
