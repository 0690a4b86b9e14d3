import type { Setting } from './settings.ts';

export interface Mistake {
  setting: Setting<unknown>;
  raw: string | undefined;
  /** What is wrong, when its form is not. */
  why?: string;
}

/** All mistakes of a service's settings, one line each, with what is expected instead. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(service: string, mistakes: readonly Mistake[]) {
    super(`${service} cannot start, its settings are wrong:\n${mistakes.map(line).join('\n')}`);
  }
}

function line({ setting, raw, why }: Mistake): string {
  const found =
    raw === undefined
      ? 'is missing'
      : setting.secret
        ? 'is not usable'
        : `is ${JSON.stringify(withoutCredentials(raw))}`;
  return `  ${setting.name} ${found}; expected: ${why ?? `${setting.form}. ${setting.meaning}`}`;
}

/** The address of a database holds its password, also when it is mistyped: everything up to the last @ is left out. */
function withoutCredentials(raw: string): string {
  return raw.replace(/^.*@/s, '…@');
}
