import type { ArmedFailpoint, FailpointRegistry } from '@tradewind/failpoints';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { PLAN } from './failpoint-routes.ts';

const PLANS = z.record(z.string(), PLAN);

/**
 * From now on failpoints count, and those of the file are armed: what a process passes only while it starts cannot be armed
 * through its admin port. The file is removed first, so that the process that is started next lives.
 */
export function switchOnFailpoints(failpoints: FailpointRegistry, file: string | undefined): void {
  failpoints.enable();
  if (!file || !existsSync(file)) return;
  const plans = PLANS.parse(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(file);
  for (const [name, plan] of Object.entries(plans)) failpoints.arm(name, plan as ArmedFailpoint);
}
