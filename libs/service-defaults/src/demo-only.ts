import { ConfigurationError } from '@tradewind/config';
import { baseSettings } from './base-settings.ts';

/** @throws ConfigurationError when failpoints are asked for outside of the demo: whoever reaches the admin port could kill */
export function requireDemoForFailpoints(
  service: string,
  { failpoints, mode }: { failpoints: boolean; mode: string },
): void {
  if (!failpoints || mode === 'demo') return;
  const why = 'failpoints exist in the demo only: leave it out, or set MODE=demo';
  throw new ConfigurationError(service, [{ setting: baseSettings.failpoints, raw: 'true', why }]);
}
