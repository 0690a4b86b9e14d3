import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '@tradewind/kernel';
import type { FaultRegistry } from './registry.ts';

// Operators must be able to see and mend what a slow or failing service has broken.
const SPARED = /^(grpc\.health|tradewind\.operations|tradewind\.order\.v1\.SagaOperations)/;

export interface CallFaults {
  /** Told to refuse every call. */
  readonly down: boolean;
  /**
   * What a call suffers before it is handled; undefined when nothing.
   * @param path such as `tradewind.payment.v1.PaymentService/Capture`
   * @throws AppError FAULT.INJECTED
   */
  suffer(path: string, signal: AbortSignal): Promise<void> | undefined;
}

/** The faults of a service's calls: slow answers, a share of failed ones, none at all. Inert until switched on. */
export function createCallFaults(registry: FaultRegistry, random: () => number = Math.random): CallFaults {
  const slow = registry.offer('slow');
  const failing = registry.offer('failing');
  const down = registry.offer('down');

  async function sufferLater(signal: AbortSignal): Promise<void> {
    if (slow.on) await wait(slow.value, undefined, { signal }).catch(() => {});
    if (failing.on && random() * 100 < failing.value) throw refusal(registry.service, 'fail');
  }

  return {
    get down() {
      return down.on;
    },
    suffer(path, signal) {
      if (down.on) throw refusal(registry.service, 'be down');
      if ((!slow.on && !failing.on) || SPARED.test(path)) return undefined;
      return sufferLater(signal);
    },
  };
}

function refusal(service: string, how: string): AppError {
  return new AppError('unavailable', 'FAULT.INJECTED', `${service} was told to ${how}`);
}
