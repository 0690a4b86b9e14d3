import type { Action } from './action.ts';
import { expireCertificate } from './expire-certificate.ts';
import { failLookups } from './fail-lookups.ts';
import { killPod } from './kill-pod.ts';
import { delay, refuse } from './mesh-fault.ts';
import { stressMemory, stressProcessor } from './stress.ts';

/** How each experiment is run with kubectl alone. */
export const ACTIONS: Record<string, Action> = {
  'pod-kill': killPod,
  latency: delay,
  'http-503': refuse,
  'cpu-stress': stressProcessor,
  'memory-stress': stressMemory,
  'dns-failure': failLookups,
  'certificate-expiry': expireCertificate,
};
