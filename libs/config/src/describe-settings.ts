import type { Declarations } from './load-settings.ts';

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
    fallback: 'fallback' in setting ? String(setting.fallback) : setting.optional ? 'none' : 'required',
    meaning: setting.meaning,
  }));
}
