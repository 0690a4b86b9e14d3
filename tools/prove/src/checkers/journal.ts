import { violation, type JournalRow, type Snapshot, type Violation } from './snapshot.ts';

/**
 * A saga's journal is the story of one worker at a time: each step is done once, what was done is undone backwards, and
 * nothing begins twice at once. A worker that lost its lease and writes all the same breaks the story.
 */
export function checkJournal({ journal, sagas }: Snapshot): Violation[] {
  const orderOf = new Map(sagas.map(({ id, orderId }) => [id, orderId]));
  return [...Map.groupBy(journal, (it) => it.sagaId)].flatMap(([id, entries]) => {
    const wrong = firstWrong(entries);
    return wrong
      ? [violation('I5', orderOf.get(id) ?? id, `its journal is no story of one worker: ${wrong}`)]
      : [];
  });
}

const ENDS = new Set(['succeeded', 'resolved']);

function firstWrong(entries: readonly JournalRow[]): string | undefined {
  const done = new Set<string>();
  const order: string[] = [];
  for (const { step, direction, outcome } of entries) {
    if (!ENDS.has(outcome)) continue;
    const what = `${direction} ${step}`;
    if (done.has(what)) return `${what} was done twice`;
    done.add(what);
    order.push(direction);
  }
  const back = order.indexOf('undo');
  const forward = order.lastIndexOf('run');
  return back >= 0 && forward > back ? 'it went forward after it had turned back' : undefined;
}
