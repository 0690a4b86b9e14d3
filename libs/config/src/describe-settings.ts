import type { Declarations } from './load-settings.ts';
import type { Setting } from './settings.ts';

export interface SettingDescription {
  name: string;
  form: string;
  fallback: string;
  meaning: string;
}

/** The rows of a README's settings table. */
export function describeSettings(declarations: Declarations): SettingDescription[] {
  return Object.values(declarations).map((setting) => ({
    name: setting.name,
    form: setting.form,
    fallback: fallbackOf(setting),
    meaning: setting.meaning,
  }));
}

function fallbackOf(setting: Setting<unknown>): string {
  if ('fallback' in setting) return String(setting.fallback);
  const { neededWith, optional } = setting;
  if (neededWith) return `required with ${neededWith.setting.name}=${neededWith.value}`;
  return optional ? 'none' : 'required';
}
