import { deepStrictEqual } from 'node:assert/strict';
import { works, type Happening } from './happenings.ts';
import { World, type Build, type Facts } from './world.ts';

/** A saga in the making: where it is, what happens, what must follow. */
export interface Story<Data, Effect> {
  /** Goes forward to this step without telling how. @throws when the saga never gets there */
  at(step: string): Story<Data, Effect>;
  /** This happened before; what it caused is not compared. */
  after(...happenings: Happening[]): Story<Data, Effect>;
  when(...happenings: Happening[]): Story<Data, Effect>;
  /** Compares deeply what is named, and nothing else. @throws AssertionError with the differences */
  then(expected: Partial<Facts<Data, Effect>>): Promise<void>;
}

/**
 * Begins a story about a saga: its own rules move it, its participants are played by the kit.
 *
 * @example await given(placing, data).at('authorize-payment').when(refused('PAYMENT.DECLINED')).then({ calls: [...] })
 */
export function given<Participants extends object, Data, Effect>(
  build: Build<Participants, Data, Effect>,
  data: Data,
): Story<Data, Effect> {
  const world = new World(build, structuredClone(data));
  const told: (() => Promise<void> | void)[] = [];
  const tell = (happenings: Happening[]): void => {
    told.push(...happenings.map((it) => () => it(world as never)));
  };
  const story: Story<Data, Effect> = {
    at(step) {
      told.push(() => goTo(world, step));
      told.push(() => world.forgetPast());
      return story;
    },
    after(...happenings) {
      tell(happenings);
      told.push(() => world.forgetPast());
      return story;
    },
    when(...happenings) {
      tell(happenings);
      return story;
    },
    then(expected) {
      if (typeof expected === 'function')
        throw new TypeError('a story is not awaited: end it with then({ … })');
      return tellAll(world, told, expected);
    },
  };
  return story;
}

async function tellAll<Participants extends object, Data, Effect>(
  world: World<Participants, Data, Effect>,
  told: (() => Promise<void> | void)[],
  expected: Partial<Facts<Data, Effect>>,
): Promise<void> {
  for (const happen of told) await happen();
  const facts = world.facts();
  const named = Object.keys(expected) as (keyof typeof expected)[];
  deepStrictEqual(Object.fromEntries(named.map((name) => [name, facts[name]])), expected);
}

async function goTo<Participants extends object, Data, Effect>(
  world: World<Participants, Data, Effect>,
  step: string,
): Promise<void> {
  for (let left = world.definition.steps.length; world.facts().state.due !== step; left--) {
    if (left === 0) throw new Error(`the saga never gets to ${step}`);
    await works()(world as never);
  }
}
