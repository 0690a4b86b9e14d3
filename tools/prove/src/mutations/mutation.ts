import type { Schedule } from '../schedule/schedule.ts';

/** One thing broken on purpose: the proof is worth something only if it sees it. */
export interface Mutation {
  name: string;
  /** What the break is, in words. */
  what: string;
  apps: readonly string[];
  /** The source that is changed on its way into the bundle, from the repository's root. */
  file: string;
  find: string;
  replace: string;
  /** A schedule that must expose it. */
  schedule: Schedule;
  /** The invariants that it must break, one of them at least. */
  rules: readonly string[];
}
