import type { SagaDefinition, SagaStep } from '../src/define-saga.ts';
import { actionMutants } from './action-mutants.ts';
import { recordingParticipants } from './recorder.ts';
import type { Build } from './world.ts';

/** One way in which a definition could be wrong. */
export interface Mutant<Participants, Data, Effect> {
  /** Such as `authorize-payment: its undo is missing`. */
  name: string;
  build: Build<Participants, Data, Effect>;
}

type Change<Data, Effect> = [
  name: string,
  change: (definition: SagaDefinition<Data, Effect>) => SagaDefinition<Data, Effect>,
];

const PARTS = ['attempts', 'initial', 'maximum'] as const;

/**
 * A definition with one mistake each, for all mistakes that the kit can think of: stories that let one pass do not tell
 * enough. Names for people (participants, the version) are left alone: they change nothing that a saga does.
 * @param data of a saga, with a distinct value in every place
 */
export function mutantsOf<Participants extends object, Data extends object, Effect>(
  build: Build<Participants, Data, Effect>,
  data: Data,
): Mutant<Participants, Data, Effect>[] {
  const original = build(recordingParticipants<Participants>([], async () => undefined));
  const changes = [
    ...wholeChanges(original),
    ...original.steps.flatMap((step, index) => stepChanges(original, step, index)),
  ];
  return [
    ...changes.map(([name, change]) => ({
      name,
      build: (participants: Participants) => change(build(participants)),
    })),
    ...actionMutants(build, data),
  ];
}

function wholeChanges<Data, Effect>({
  forget = [],
  reasons,
  undoRetry,
  steps,
}: SagaDefinition<Data, Effect>): Change<Data, Effect>[] {
  return [
    ['the deadline is later', (it) => ({ ...it, deadline: it.deadline + 1 })],
    ['the deadline is earlier', (it) => ({ ...it, deadline: it.deadline - 1 })],
    ...forget.map((key): Change<Data, Effect> => [
      `${String(key)} is not forgotten`,
      (it) => ({ ...it, forget: forget.filter((kept) => kept !== key) }),
    ]),
    ...(reasons ? (['cancelled', 'late'] as const) : []).map((reason): Change<Data, Effect> => [
      `the reason "${reason}" is another`,
      (it) => ({ ...it, reasons: { ...reasons!, [reason]: { code: 'OTHER', message: 'other' } } }),
    ]),
    ...(steps.some(({ undo }) => undo?.call) ? PARTS : []).map((part): Change<Data, Effect> => [
      `undos are retried by other ${part}`,
      (it) => ({ ...it, undoRetry: { ...undoRetry, [part]: undoRetry[part] + 1 } }),
    ]),
  ];
}

function stepChanges<Data, Effect>(
  { steps }: SagaDefinition<Data, Effect>,
  { name, run, undo, pivot }: SagaStep<Data, Effect>,
  index: number,
): Change<Data, Effect>[] {
  type Steps = readonly SagaStep<Data, Effect>[];
  const inSteps = (change: (steps: Steps) => Steps) => (it: SagaDefinition<Data, Effect>) => ({
    ...it,
    steps: change(it.steps),
  });
  const changed = (change: (step: SagaStep<Data, Effect>) => Partial<SagaStep<Data, Effect>>) =>
    inSteps((all) => all.with(index, { ...all[index]!, ...change(all[index]!) }));
  const isLast = index === steps.length - 1;
  return [
    [`${name} is missing`, inSteps((all) => all.toSpliced(index, 1))],
    [
      `${name} is done twice`,
      inSteps((all) => all.toSpliced(index, 0, { ...all[index]!, name: `${name}-too` })),
    ],
    // What opens the saga is done, and journaled, by the command.
    ...(index === 0 && run.effect ? [] : [rename<Data, Effect>(name, changed)]),
    [`${name} is the pivot, or is not`, inSteps((all) => movePivot(all, pivot ? -1 : index))],
    ...(isLast ? [] : [swap<Data, Effect>(name, index, inSteps)]),
    ...(undo
      ? ([
          [`${name}: its undo is missing`, changed(() => ({ undo: undefined }))],
          [
            `${name}: its undo is called something else`,
            changed((it) => ({ undo: { ...it.undo!, name: `${undo.name}-2` } })),
          ],
        ] satisfies Change<Data, Effect>[])
      : []),
    // An effect is part of a commit: there is nothing to be tried again.
    ...(run.effect ? [] : PARTS).map((part): Change<Data, Effect> => [
      `${name} is retried by other ${part}`,
      changed(({ retry }) => ({ retry: { ...retry, [part]: retry[part] + 1 } })),
    ]),
  ];
}

function movePivot<Data, Effect>(
  steps: readonly SagaStep<Data, Effect>[],
  to: number,
): SagaStep<Data, Effect>[] {
  return steps.map(({ pivot: _pivot, ...step }, index) => (index === to ? { ...step, pivot: true } : step));
}

function rename<Data, Effect>(
  name: string,
  changed: (change: () => Partial<SagaStep<Data, Effect>>) => Change<Data, Effect>[1],
): Change<Data, Effect> {
  return [`${name} is called something else`, changed(() => ({ name: `${name}-2` }))];
}

function swap<Data, Effect>(
  name: string,
  index: number,
  inSteps: (
    change: (steps: readonly SagaStep<Data, Effect>[]) => SagaStep<Data, Effect>[],
  ) => (it: SagaDefinition<Data, Effect>) => SagaDefinition<Data, Effect>,
): Change<Data, Effect> {
  return [
    `${name} and the next have changed places`,
    inSteps((all) => all.with(index, all[index + 1]!).with(index + 1, all[index]!)),
  ];
}
