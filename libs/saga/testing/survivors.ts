import { given, type Story } from './given.ts';
import { mutantsOf } from './mutants.ts';
import type { Build } from './world.ts';

/** Stories by their titles; each gets the beginning of one, bound to the definition that it is told about. */
export type Stories<Data, Effect> = Record<string, (given: () => Story<Data, Effect>) => Promise<void>>;

/**
 * Tells all stories about definitions with one mistake each.
 * @returns the mistakes that no story noticed, and how many were tried
 */
export async function survivorsOf<Participants extends object, Data extends object, Effect>(
  build: Build<Participants, Data, Effect>,
  data: Data,
  stories: Stories<Data, Effect>,
): Promise<{ tried: number; survivors: string[] }> {
  const mutants = mutantsOf(build, data);
  const survivors: string[] = [];
  for (const mutant of mutants) {
    if (!(await isNoticed(mutant.build, data, stories))) survivors.push(mutant.name);
  }
  return { tried: mutants.length, survivors };
}

async function isNoticed<Participants extends object, Data, Effect>(
  build: Build<Participants, Data, Effect>,
  data: Data,
  stories: Stories<Data, Effect>,
): Promise<boolean> {
  for (const story of Object.values(stories)) {
    try {
      await story(() => given(build, data));
    } catch {
      return true;
    }
  }
  return false;
}
