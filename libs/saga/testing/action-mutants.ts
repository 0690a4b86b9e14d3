import type { SagaDefinition, SagaStep } from '../src/define-saga.ts';
import { alter, alteredAt, placesOf } from './alter.ts';
import type { Mutant } from './mutants.ts';
import { recordingParticipants, type RecordedCall } from './recorder.ts';
import { SUBJECT, type Build } from './world.ts';

type Side = 'run' | 'undo';
const FAILURE = { code: 'SOME.REASON', message: 'some reason' };

/** Mistakes in what a step does: nothing, or with another key, another argument, another effect. */
export function actionMutants<Participants extends object, Data extends object, Effect>(
  build: Build<Participants, Data, Effect>,
  data: Data,
): Mutant<Participants, Data, Effect>[] {
  const calls: RecordedCall[] = [];
  const { steps } = build(recordingParticipants<Participants>(calls, async () => undefined));
  return steps.flatMap((step, index) =>
    (['run', 'undo'] as const).flatMap((side) => {
      const action = step[side];
      const name = side === 'run' ? step.name : (step.undo?.name ?? '');
      const at = { build, index, side, name };
      if (action?.effect) return effectMutants(at, data, action.effect);
      if (!action?.call) return [];
      calls.length = 0;
      void action.call(data, { key: SUBJECT, attempt: 1 });
      return callMutants(at, calls[0]?.slice(1) ?? []);
    }),
  );
}

interface Place<Participants, Data, Effect> {
  build: Build<Participants, Data, Effect>;
  index: number;
  side: Side;
  name: string;
}

function callMutants<Participants extends object, Data, Effect>(
  { build, index, side, name }: Place<Participants, Data, Effect>,
  given: unknown[],
): Mutant<Participants, Data, Effect>[] {
  const change = (definition: SagaDefinition<Data, Effect>, action: object) =>
    withAction(definition, index, side, action);
  return [
    { name: `${name} does nothing`, build: (it) => change(build(it), { call: async () => {} }) },
    {
      name: `${name} has another key`,
      build: (it) => {
        const definition = build(it);
        const { call } = actionOf(definition.steps[index]!, side);
        return change(definition, {
          call: (data: Data, at: { key: string; attempt: number }) =>
            call!(data, { ...at, key: `${at.key}~` }),
        });
      },
    },
    ...given.map((_argument, position) => ({
      name: `${name} says something else in place ${position + 1}`,
      build: (it: Participants) => {
        let now = false;
        const definition = build(garbling(it, position, () => now));
        const { call } = actionOf(definition.steps[index]!, side);
        return change(definition, {
          call: (...of: Parameters<NonNullable<typeof call>>) => {
            now = true;
            const answer = call!(...of);
            now = false;
            return answer;
          },
        });
      },
    })),
  ];
}

/** The same participants, but while `active` the argument at `position` is altered. */
function garbling<Participants extends object>(
  participants: Participants,
  position: number,
  active: () => boolean,
): Participants {
  const method =
    (real: (...given: unknown[]) => unknown) =>
    (...given: unknown[]) =>
      real(...(active() ? given.with(position, alter(given[position])) : given));
  const participant = (real: object): object =>
    new Proxy(real, { get: (it, name) => method(Reflect.get(it, name) as never) });
  return new Proxy(participants, { get: (it, name) => participant(Reflect.get(it, name) as object) });
}

function effectMutants<Participants, Data, Effect>(
  { build, index, side, name }: Place<Participants, Data, Effect>,
  data: Data,
  effect: (data: Data, failure: typeof FAILURE | null) => Effect,
): Mutant<Participants, Data, Effect>[] {
  let sample: Effect;
  try {
    sample = effect(data, FAILURE);
  } catch {
    return []; // It is done by whoever opens the saga.
  }
  return placesOf(sample).map((path) => ({
    name: `${name} has another ${path.join('.')}`,
    build: (it) => {
      const definition = build(it);
      const { effect: real } = actionOf(definition.steps[index]!, side);
      return withAction(definition, index, side, {
        effect: (...of: Parameters<NonNullable<typeof real>>) => alteredAt(real!(...of), path),
      });
    },
  }));
}

function actionOf<Data, Effect>(step: SagaStep<Data, Effect>, side: Side): SagaStep<Data, Effect>['run'] {
  return side === 'run' ? step.run : step.undo!;
}

function withAction<Data, Effect>(
  definition: SagaDefinition<Data, Effect>,
  index: number,
  side: Side,
  action: object,
): SagaDefinition<Data, Effect> {
  const step = definition.steps[index]!;
  const changed = side === 'run' ? { run: action } : { undo: { ...step.undo!, ...action } };
  return { ...definition, steps: definition.steps.with(index, { ...step, ...changed } as typeof step) };
}
