export { ConfigurationError } from './configuration-error.ts';
export { describeSettings, type SettingDescription } from './describe-settings.ts';
export { loadSettings, type Settings } from './load-settings.ts';
export {
  addresses,
  choice,
  duration,
  flag,
  integer,
  neededWith,
  optional,
  port,
  ratio,
  secret,
  text,
  url,
  type Setting,
} from './settings.ts';
