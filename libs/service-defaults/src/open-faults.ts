import { createCallFaults, offerProcessFaults, type CallFaults, type FaultRegistry } from '@tradewind/faults';
import type { Logger } from '@tradewind/observability';

const NO_TLS = 'the processes of one machine speak to each other without TLS; in the mesh the sidecars do';

/** Makes a process breakable, as the demo wants it: every change of a switch is said where people look. */
export function openFaults(
  registry: FaultRegistry,
  { name, grpc }: { name: string; grpc?: unknown },
  logger: Logger,
): CallFaults | undefined {
  registry.enable(name);
  registry.watch(({ name: fault, enabled, value, unit, expiresAt }) => {
    if (!enabled) return logger.warn({ fault }, `the fault ${fault} is off`);
    const amount = unit === null ? '' : ` (${value} ${unit})`;
    logger.warn({ fault, value, expiresAt }, `the fault ${fault} is on${amount}, until ${expiresAt}`);
  });
  offerProcessFaults(registry);
  registry.excuse('certificate-expired', NO_TLS);
  return grpc ? createCallFaults(registry) : undefined;
}
