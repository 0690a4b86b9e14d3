import type { Contract } from '../contract.ts';
import type { Manifest } from '../manifest.ts';
import { environmentOf, workloads } from '../read.ts';

/** How long a program waits for another, and how often it asks: by the settings that its code declares. Milliseconds. */
export interface CallPolicy {
  caller: string;
  callee: string;
  attempts: number;
  attemptTimeout: number;
  deadline: number;
}

/** Prefixes of settings that are not their callee's name. */
const OTHER_NAMES: Record<string, string> = { PSP: 'psp-simulator' };
/** The control room's policy is for whomever it looks at. */
const EVERYBODY = 'WATCH';

/** Policies as they hold in these manifests: an environment's settings go before the code's own defaults. */
export function callPolicies(manifests: readonly Manifest[], { apps }: Contract): CallPolicy[] {
  const all = workloads(manifests);
  return [...apps.values()].flatMap(({ name, settings }) => {
    const container = all.find(({ app }) => app === name)?.pod.containers[0];
    const told = container ? environmentOf(container, manifests) : new Map();
    const numberOf = (setting: string): number => {
      const value = told.get(setting);
      const { fallback } = settings.find((it) => it.name === setting) ?? {};
      return Number(value && 'literal' in value ? value.literal : fallback);
    };
    const prefixes = settings.flatMap((it) => /^(.+)_ATTEMPT_TIMEOUT_MS$/.exec(it.name)?.[1] ?? []);
    return prefixes.flatMap((prefix) => {
      const numbers = {
        attempts: numberOf(`${prefix}_ATTEMPTS`),
        attemptTimeout: numberOf(`${prefix}_ATTEMPT_TIMEOUT_MS`),
        deadline: numberOf(`${prefix}_DEADLINE_MS`),
      };
      return calleesOf(prefix, name, apps).map((callee) => ({ caller: name, callee, ...numbers }));
    });
  });
}

function calleesOf(prefix: string, caller: string, apps: Contract['apps']): string[] {
  if (prefix === EVERYBODY) return [...apps.keys()].filter((app) => app !== caller);
  return [OTHER_NAMES[prefix] ?? prefix.toLowerCase().replaceAll('_', '-')];
}
