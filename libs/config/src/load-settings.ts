import { ConfigurationError, type Mistake } from './configuration-error.ts';
import type { Setting } from './settings.ts';

export type Declarations = Record<string, Setting<unknown>>;

/** The values of a set of declared settings. */
export type Settings<D extends Declarations> = {
  readonly [Key in keyof D]: D[Key] extends Setting<infer V> ? V : never;
};

/**
 * Reads all declared settings from the environment.
 * @throws ConfigurationError with every mistake at once, before anything has started.
 */
export function loadSettings<const D extends Declarations>(
  service: string,
  declarations: D,
  environment: NodeJS.ProcessEnv,
): Settings<D> {
  const mistakes: Mistake[] = [];
  const values: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(declarations)) {
    const raw = environment[setting.name];
    if ((raw === undefined || raw === '') && 'fallback' in setting) {
      values[key] = setting.fallback;
      continue;
    }
    const parsed = setting.schema.safeParse(raw === '' ? undefined : raw);
    if (!raw && isNeeded(setting, environment)) mistakes.push({ setting, raw: undefined });
    else if (parsed.success) values[key] = parsed.data;
    else mistakes.push({ setting, raw });
  }
  if (mistakes.length > 0) throw new ConfigurationError(service, mistakes);
  return Object.freeze(values) as Settings<D>;
}

function isNeeded({ neededWith }: Setting<unknown>, environment: NodeJS.ProcessEnv): boolean {
  if (!neededWith) return false;
  const { setting, value } = neededWith;
  return (environment[setting.name] || setting.fallback) === value;
}
