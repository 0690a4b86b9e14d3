import type { Setting } from '@tradewind/config';
import type { Contract } from '../contract.ts';
import type { Manifest } from '../manifest.ts';
import { environmentOf, workloads, type Value } from '../read.ts';

/** Read by Node and the C library, and by no app. */
const PLATFORM = new Set(['NODE_OPTIONS', 'NODE_ENV', 'NODE_COMPILE_CACHE', 'MALLOC_ARENA_MAX']);

/** What a container is told, the app has declared; its values are valid, and what it needs is there. */
export function settings(manifests: readonly Manifest[], { apps }: Contract): string[] {
  return workloads(manifests).flatMap(({ id, app, pod }) => {
    const declared = apps.get(app)?.settings;
    if (!declared) return [];
    return pod.containers.flatMap((container) =>
      ofEnvironment(environmentOf(container, manifests), declared).map((what) => `${id}: ${what}`),
    );
  });
}

function ofEnvironment(given: Map<string, Value>, declared: readonly Setting<unknown>[]): string[] {
  const byName = new Map(declared.map((setting) => [setting.name, setting]));
  const unknown = [...given.keys()].filter((name) => !byName.has(name) && !PLATFORM.has(name));
  const wrong = [...given].filter(
    ([name, value]) =>
      'literal' in value && byName.has(name) && !byName.get(name)!.schema.safeParse(value.literal).success,
  );
  return [
    ...unknown.map((name) => `${name} is no setting of the app`),
    ...wrong.map(([name]) => `${name} is not ${byName.get(name)!.form}`),
    ...declared
      .filter((setting) => isRequired(setting, given) && !given.has(setting.name))
      .map(({ name }) => `${name} is required and not set`),
  ];
}

function isRequired(setting: Setting<unknown>, given: Map<string, Value>): boolean {
  if ('fallback' in setting) return false;
  if (!setting.neededWith) return !setting.optional;
  const { setting: choice, value } = setting.neededWith;
  const chosen = given.get(choice.name);
  return (chosen && 'literal' in chosen ? chosen.literal : choice.fallback) === value;
}
