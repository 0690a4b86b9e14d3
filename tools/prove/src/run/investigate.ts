import type { Schedule } from '../schedule/schedule.ts';
import { shrink } from '../schedule/shrink.ts';
import { runSchedule, type Proof } from './run-schedule.ts';

/** What goes wrong only now and then is given so many chances. */
const CHANCES = 2;
const BUDGET = 24;

/** Looks for a shorter schedule that fails as well, on the same system. */
export function investigate(schedule: Schedule, proof: Proof): Promise<Schedule> {
  const fails = async (candidate: Schedule): Promise<boolean> => {
    for (let chance = 0; chance < CHANCES; chance++)
      if ((await runSchedule(candidate, proof)).violations.length > 0) return true;
    return false;
  };
  return shrink(schedule, fails, BUDGET);
}
