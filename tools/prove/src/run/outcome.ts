import type { Violation } from '../checkers/snapshot.ts';
import type { Schedule } from '../schedule/schedule.ts';

/** What one run came to. */
export interface Outcome {
  schedule: Schedule;
  violations: Violation[];
  /** Order requests that were answered, and orders by how they ended. */
  answers: number;
  ended: Readonly<Record<string, number>>;
  /** Faults that could not happen, and why: another had been there first. */
  missed: string[];
  /** Milliseconds. */
  lasted: number;
  /** Milliseconds from the end of shopping until nothing was open any more. */
  settled: number;
}
