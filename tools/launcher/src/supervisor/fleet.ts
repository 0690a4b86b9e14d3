import type { ProcessDefinition } from '../topology.ts';
import type { ManagedProcess } from './managed-process.ts';

export interface Member {
  readonly definition: ProcessDefinition;
  readonly process: ManagedProcess;
}

/** Starts every process as soon as those it depends on are ready; rejects with the first failure. */
export async function startInOrder(members: readonly Member[]): Promise<void> {
  await inOrder(
    members,
    ({ definition }) => definition.dependsOn ?? [],
    (process) => process.start(),
  );
}

/** Ends every process as soon as those that depend on it are gone. */
export async function stopInOrder(members: readonly Member[], killNow: AbortSignal): Promise<void> {
  await inOrder(
    members,
    (member) => dependentsOf(member, members),
    (process) => process.stop(killNow),
  );
}

function dependentsOf({ definition }: Member, members: readonly Member[]): string[] {
  const waitsFor = ({ definition: other }: Member): boolean =>
    definition.stopsLast ? !other.stopsLast : (other.dependsOn?.includes(definition.name) ?? false);
  return members.filter(waitsFor).map((member) => member.definition.name);
}

/** Runs the action on every member after it has been done for those that `after` names. The order must have no cycle. */
async function inOrder(
  members: readonly Member[],
  after: (member: Member) => readonly string[],
  action: (process: ManagedProcess) => Promise<void>,
): Promise<void> {
  const begun = new Map<string, Promise<void>>();
  const byName = new Map(members.map((member) => [member.definition.name, member]));
  const begin = (member: Member): Promise<void> => {
    const known = begun.get(member.definition.name);
    if (known) return known;
    const earlier = after(member).flatMap((name) => byName.get(name) ?? []);
    const promise = Promise.all(earlier.map(begin)).then(() => action(member.process));
    begun.set(member.definition.name, promise);
    return promise;
  };
  await Promise.all(members.map(begin));
}
