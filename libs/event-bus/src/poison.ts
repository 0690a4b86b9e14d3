import type { FaultRegistry } from '@tradewind/faults';
import { AppError } from '@tradewind/kernel';

export interface Poison {
  /** @throws AppError FAULT.POISON for an event that cannot be handled while the switch is on */
  suffer(event: { id: string; type: string }): void;
}

/**
 * The poison of a listening service: the next few events cannot be handled, for as long as the switch is on. They are
 * parked as dead letters; once the switch is off they can be replayed. Inert until switched on.
 */
export function createPoison(registry: FaultRegistry): Poison {
  const poisoned = new Set<string>();
  const forget = (): void => poisoned.clear();
  const poison = registry.offer('poison', { begin: forget, end: forget });
  return {
    suffer({ id, type }) {
      if (!poison.on) return;
      if (poisoned.size < poison.value) poisoned.add(id);
      if (!poisoned.has(id)) return;
      throw new AppError(
        'refused',
        'FAULT.POISON',
        `${registry.service} was told not to digest this ${type}`,
      );
    },
  };
}
