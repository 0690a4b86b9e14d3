import type { Database } from '@tradewind/database';
import { CLAIM, COMMIT, LEAVE } from './group-statements.ts';

/** A partition that is this member's, as far as it knows: the generation proves it at each commit. */
export interface Assignment {
  topic: string;
  partition: number;
  /** Everything before it is done. */
  next: number;
  committed: number;
  generation: number;
  /** There is more to read than was fetched last. */
  more: boolean;
  /** The appends heard of when it was read last. */
  heard: number;
  /** Failures of its handler in a row. */
  failures: number;
}

export interface Membership {
  group: string;
  member: string;
  topics: readonly string[];
  /** Milliseconds. */
  lease: number;
}

export const keyOf = ({ topic, partition }: { topic: string; partition: number }): string =>
  `${topic}/${partition}`;

/** What a member holds: claimed and renewed by one statement, kept by another that is fenced by the generations. */
export function createAssignments(database: Database, { group, member, topics, lease }: Membership) {
  let held = new Map<string, Assignment>();
  return {
    all: (): Assignment[] => [...held.values()],
    async claim(): Promise<void> {
      const rows = await database.query<Record<string, string>>('log.claim', CLAIM, [
        group,
        member,
        topics,
        lease,
      ]);
      const claimed = rows.map((row) => {
        const place = { topic: row['topic']!, partition: Number(row['partition']) };
        const known = held.get(keyOf(place));
        const generation = Number(row['generation']);
        if (known?.generation === generation) return known;
        const next = Number(row['next_offset']);
        return { ...place, next, committed: next, generation, more: true, heard: 0, failures: 0 };
      });
      held = new Map(claimed.map((it) => [keyOf(it), it]));
    },
    async commit(): Promise<void> {
      const moved = [...held.values()].filter((it) => it.next > it.committed);
      if (moved.length === 0) return;
      const column = <K extends keyof Assignment>(key: K): Assignment[K][] => moved.map((it) => it[key]);
      const nexts = column('next');
      const values = [group, member, column('topic'), column('partition'), nexts, column('generation')];
      await database.query('log.commit', COMMIT, values);
      moved.forEach((it, index) => (it.committed = nexts[index]!));
    },
    leave: () => database.query('log.leave', LEAVE, [group, member]),
  };
}
