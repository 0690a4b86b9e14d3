import type { SagaDefinition } from '@tradewind/saga';

/** The way of a saga as a Mermaid flow chart: steps to the right, undos back, the pivot in another form. */
export function sagaDiagram({ steps }: Pick<SagaDefinition<never, unknown>, 'steps'>): string {
  const pivot = steps.findIndex((step) => step.pivot);
  const isPast = (index: number): boolean => pivot >= 0 && index >= pivot;
  const lines = steps.flatMap(({ name, participant, run, undo }, index) => {
    const box = index === pivot ? ['{{"', '"}}'] : ['["', '"]'];
    const next = index === steps.length - 1 ? 'done([done])' : `s${index + 1}`;
    return [
      `s${index}${box[0]}${name}<br>${participant}${index === pivot ? '<br>pivot' : ''}${box[1]} --> ${next}`,
      ...(undo ? [`u${index}["${undo.name}"]`] : []),
      // An effect is part of a commit: it cannot fail by itself.
      ...(undo && run.call ? [`s${index} -. fails .-> u${index}`] : []),
      ...(isPast(index) && run.call ? [`s${index} -. keeps failing .-> parked`] : []),
    ];
  });
  const undone = steps.flatMap(({ undo }, index) => (undo ? [index] : [])).toReversed();
  const back = undone.map((from, at) =>
    at === undone.length - 1 ? `u${from} --> back([turned back])` : `u${from} --> u${undone[at + 1]}`,
  );
  return mermaid([
    'flowchart LR',
    ...[...lines, ...back, 'parked[/"parked: an operator decides"/]'].map(indent),
  ]);
}

/** A life cycle as a Mermaid state diagram. The first state is the one that everything begins with. */
export function lifeCycleDiagram(cycle: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(cycle).flatMap(([from, becomes], index) => [
    ...(index === 0 ? [`[*] --> ${from}`] : []),
    ...becomes.map((to) => `${from} --> ${to}`),
    ...(becomes.length === 0 ? [`${from} --> [*]`] : []),
  ]);
  return mermaid(['stateDiagram-v2', ...lines.map(indent)]);
}

const indent = (line: string): string => `  ${line}`;
const mermaid = (lines: string[]): string => ['```mermaid', ...lines, '```'].join('\n');
