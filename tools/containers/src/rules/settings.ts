import type { SettingDescription } from '@tradewind/config';
import type { ComposeFile } from '../compose-file.ts';

/** What an app declares that it reads, by app. */
export type DeclaredSettings = Readonly<Record<string, readonly SettingDescription[]>>;

/** Read by Node itself. */
const PLATFORM = ['NODE_OPTIONS', 'NODE_ENV'];

/** Variables that nobody reads, and required ones that are not there. */
export const wrongSettings = ({ services }: ComposeFile, declared: DeclaredSettings): string[] =>
  Object.entries(declared).flatMap(([name, settings]) => {
    const environment = services[name]?.environment ?? {};
    const known = new Set([...PLATFORM, ...settings.map((it) => it.name)]);
    const needed = settings.filter((it) => isRequired(it, environment));
    return [
      ...Object.keys(environment)
        .filter((it) => !known.has(it))
        .map((it) => `${name} does not read ${it}`),
      ...needed.filter((it) => !(it.name in environment)).map((it) => `${name} needs ${it.name}`),
    ];
  });

/** `required`, or `required with EVENT_LOG=kafka` when it is so. */
function isRequired({ fallback }: SettingDescription, environment: Record<string, string>): boolean {
  const [, name, value] = /^required with (\w+)=(.*)$/.exec(fallback) ?? [];
  return fallback === 'required' || (name !== undefined && environment[name] === value);
}
