import { AppError } from '@tradewind/kernel';

/** A switch that makes this service misbehave on purpose, and what to expect of it. */
interface EventFault {
  /** Such as `notification-poison`. */
  name: string;
  title: string;
  expect: string;
  enabled: boolean;
  value: number;
  unit: string;
  defaultValue: number;
  /** RFC 3339; null while it is off. It switches itself off then. */
  expiresAt: string | null;
}

export interface EventFaults {
  list(): EventFault[];
  /** @throws AppError FAULT.UNKNOWN */
  set(name: string, enabled: boolean, value: number | null): EventFault;
  reset(): void;
  /** @throws AppError FAULT.POISON for an event that cannot be handled while the switch is on */
  suffer(event: { id: string; type: string }): void;
}

const LASTS = 5 * 60_000;
const DEFAULT_EVENTS = 1;

/**
 * The poison of a listening service: the next few events cannot be handled, for as long as the switch is on. They are
 * parked as dead letters; once the switch is off they can be replayed. Inert until switched on.
 */
export function createEventFaults(service: string): EventFaults {
  const name = `${service}-poison`;
  const poison: EventFault = {
    name,
    title: `${service} cannot digest events`,
    expect: 'The next events are parked as dead letters, and later ones of their keys behind them.',
    ...{
      enabled: false,
      value: DEFAULT_EVENTS,
      unit: 'events',
      defaultValue: DEFAULT_EVENTS,
      expiresAt: null,
    },
  };
  const poisoned = new Set<string>();
  const isOn = (): boolean => poison.enabled && Date.parse(poison.expiresAt ?? '') > Date.now();

  return {
    list: () => [isOn() ? { ...poison } : { ...poison, enabled: false, expiresAt: null }],
    set(wanted, enabled, value) {
      if (wanted !== name) throw new AppError('not-found', 'FAULT.UNKNOWN', `there is no fault ${wanted}`);
      poisoned.clear();
      poison.enabled = enabled;
      poison.value = value ?? DEFAULT_EVENTS;
      poison.expiresAt = enabled ? new Date(Date.now() + LASTS).toISOString() : null;
      return { ...poison };
    },
    reset: () => {
      poisoned.clear();
      poison.enabled = false;
    },
    suffer({ id, type }) {
      if (!isOn()) return;
      if (poisoned.size < poison.value) poisoned.add(id);
      if (!poisoned.has(id)) return;
      throw new AppError('refused', 'FAULT.POISON', `${service} was told not to digest this ${type}`);
    },
  };
}
