import { AppError } from '@tradewind/kernel';
import { pause } from '@tradewind/resilience';

/** A switch that makes this service misbehave on purpose, and what to expect of it. */
export interface Fault {
  /** Such as `payment-slow`. */
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

export interface RpcFaults {
  list(): Fault[];
  /** @throws AppError FAULT.UNKNOWN */
  set(name: string, enabled: boolean, value: number | null): Fault;
  reset(): void;
  /** What a call suffers before it is handled. */
  suffer(path: string, signal: AbortSignal): Promise<void>;
}

const LASTS = 5 * 60_000;
// Operators must be able to see and mend what a fault has broken.
const SPARED = /^(grpc\.health|tradewind\.operations|tradewind\.order\.v1\.SagaOperations)/;

/** The faults of a service's RPC: slow answers, and a share of failed ones. Inert until switched on. */
export function createRpcFaults(service: string, random: () => number = Math.random): RpcFaults {
  const slow = fault(
    `${service}-slow`,
    `${service} answers slowly`,
    'ms',
    2_000,
    'Calls wait; callers try again or give up at their deadline.',
  );
  const failing = fault(
    `${service}-failing`,
    `${service} fails now and then`,
    '%',
    50,
    'Callers try again; when it lasts, their circuit breakers open.',
  );
  const all = [slow, failing];

  function set(name: string, enabled: boolean, value: number | null): Fault {
    const it = all.find((candidate) => candidate.name === name);
    if (!it) throw new AppError('not-found', 'FAULT.UNKNOWN', `there is no fault ${name}`);
    it.enabled = enabled;
    it.value = value ?? it.defaultValue;
    it.expiresAt = enabled ? new Date(Date.now() + LASTS).toISOString() : null;
    return it;
  }

  return {
    list: () => all.map((it) => (isOn(it) ? it : { ...it, enabled: false, expiresAt: null })),
    set,
    reset: () => all.forEach((it) => set(it.name, false, null)),
    async suffer(path, signal) {
      if (SPARED.test(path)) return;
      if (isOn(slow)) await pause(slow.value, signal).catch(() => {});
      if (isOn(failing) && random() * 100 < failing.value) {
        throw new AppError('unavailable', 'FAULT.INJECTED', `${service} was told to fail`);
      }
    },
  };
}

function fault(name: string, title: string, unit: string, defaultValue: number, expect: string): Fault {
  return { name, title, expect, enabled: false, value: defaultValue, unit, defaultValue, expiresAt: null };
}

function isOn({ enabled, expiresAt }: Fault): boolean {
  return enabled && expiresAt !== null && Date.parse(expiresAt) > Date.now();
}
