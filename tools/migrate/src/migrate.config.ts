import { loadSettings, optional, text, url } from '@tradewind/config';

const BOTH = 'Its role is made, too, when ADMIN_DATABASE_URL is given; else both must be there.';

export const declarations = {
  adminUrl: optional(
    url(
      'ADMIN_DATABASE_URL',
      'Of a role that may make databases and roles, such as postgres://postgres:…@postgres/postgres.',
    ),
  ),
  directory: text(
    'MIGRATIONS_DIRECTORY',
    'Has one folder of migrations for each database.',
    '/app/migrations',
  ),
};

/** `control-room` → `CONTROL_ROOM_DATABASE_URL` */
export const urlVariable = (name: string): string =>
  `${name.toUpperCase().replaceAll('-', '_')}_DATABASE_URL`;

export interface Target {
  name: string;
  url: string;
}

/** Where the migrations of each folder are to go; of optional ones only those that are given. */
export function readTargets(
  names: readonly string[],
  optionalNames: readonly string[],
  environment: NodeJS.ProcessEnv,
): Target[] {
  const urls = Object.fromEntries(
    names.map((name) => {
      const setting = url(urlVariable(name), BOTH);
      return [name, optionalNames.includes(name) ? optional(setting) : setting];
    }),
  );
  const given = loadSettings('migrate', urls, environment) as Record<string, string | undefined>;
  return names.flatMap((name) => (given[name] ? [{ name, url: given[name] }] : []));
}

export const readSettings = (environment: NodeJS.ProcessEnv) =>
  loadSettings('migrate', declarations, environment);
