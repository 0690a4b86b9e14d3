import { AppError } from '@tradewind/kernel';
import { catalogue, type FaultKindName } from './catalogue.ts';
import { checkedSeconds, checkedValue, describe, nameOf, type Fault, type FaultChange } from './fault.ts';

/** What the misbehaving code asks. Cheap: two fields. */
export interface FaultSwitch {
  readonly on: boolean;
  /** 0 while it is off, and when it has no amount. */
  readonly value: number;
}

/** What has to be begun and ended, where asking `on` is not enough. */
export interface FaultEffect {
  begin(value: number): void;
  end(): void;
}

export interface FaultRegistry {
  /** Empty until the faults are enabled. */
  readonly service: string;
  readonly enabled: boolean;
  /** From now on faults can be switched on. Boot does it in the demo; nowhere else is there a way. */
  enable(service: string): void;
  /** Whoever can misbehave says so. The same kind may be offered by several: they share the switch. */
  offer(kind: FaultKindName, effect?: FaultEffect): FaultSwitch;
  /** Says of a fault that it makes no sense here, and why. */
  excuse(kind: FaultKindName, why: string): void;
  list(): Fault[];
  /** @throws AppError FAULT.DEMO_ONLY, FAULT.UNKNOWN, FAULT.NOT_APPLICABLE, FAULT.VALUE_OUT_OF_RANGE */
  set(name: string, change: FaultChange): Fault;
  /** All off. */
  reset(): void;
  /** Calls `told` after every change, also when a switch ends by itself. */
  watch(told: (fault: Fault) => void): void;
}

interface Entry {
  kind: FaultKindName;
  on: boolean;
  value: number;
  /** The amount when it was last on, shown while it is off. */
  shown: number;
  expiresAt: number;
  timer: NodeJS.Timeout | undefined;
  effects: FaultEffect[];
  excuse: string | null;
}

/** The switches of one process. In memory only: a restart ends them all. */
export function createFaults(): FaultRegistry {
  const entries = new Map<FaultKindName, Entry>();
  const watchers: ((fault: Fault) => void)[] = [];
  let service = '';

  function entryOf(kind: FaultKindName): Entry {
    const known = entries.get(kind);
    if (known) return known;
    const shown = catalogue[kind].amount?.default ?? 0;
    const made: Entry = {
      ...{ kind, on: false, value: 0, shown, expiresAt: 0, timer: undefined, effects: [], excuse: null },
    };
    entries.set(kind, made);
    return made;
  }

  function view({ kind, on, shown, expiresAt, excuse }: Entry): Fault {
    return {
      ...describe(kind, service),
      enabled: on,
      value: catalogue[kind].amount ? shown : null,
      expiresAt: on ? new Date(expiresAt).toISOString() : null,
      notApplicable: excuse,
    };
  }

  function switchOff(entry: Entry): void {
    clearTimeout(entry.timer);
    if (!entry.on) return;
    Object.assign(entry, { on: false, value: 0 });
    entry.effects.forEach((effect) => effect.end());
    watchers.forEach((told) => told(view(entry)));
  }

  function switchOn(entry: Entry, value: number, seconds: number): void {
    clearTimeout(entry.timer);
    if (entry.on) entry.effects.forEach((effect) => effect.end());
    const expiresAt = Date.now() + seconds * 1_000;
    Object.assign(entry, { on: true, value, shown: value, expiresAt });
    // Of the monotonic clock: a clock that is set wrong does not make a fault last for ever.
    entry.timer = setTimeout(() => switchOff(entry), seconds * 1_000).unref();
    entry.effects.forEach((effect) => effect.begin(value));
    watchers.forEach((told) => told(view(entry)));
  }

  function find(name: string): Entry {
    if (service === '') throw demoOnly();
    const entry = [...entries.values()].find(({ kind }) => nameOf(kind, service) === name);
    if (!entry)
      throw new AppError('not-found', 'FAULT.UNKNOWN', `there is no fault ${name}: GET faults lists them`);
    return entry;
  }

  return {
    get service() {
      return service;
    },
    get enabled() {
      return service !== '';
    },
    enable: (name) => void (service = name),
    offer(kind, effect) {
      const entry = entryOf(kind);
      if (effect) entry.effects.push(effect);
      return entry;
    },
    excuse: (kind, why) => void (entryOf(kind).excuse = why),
    list: () => (service === '' ? [] : [...entries.values()].map(view)),
    set(name, { enabled, value, lastsSeconds }) {
      const entry = find(name);
      if (enabled) switchOn(entry, checked(entry, value), checkedSeconds(lastsSeconds));
      // Nothing keeps anybody from turning it off, no amount that comes along either.
      else switchOff(entry);
      return view(entry);
    },
    reset: () => entries.forEach(switchOff),
    watch: (told) => void watchers.push(told),
  };
}

function checked({ kind, excuse }: Entry, value: number | null | undefined): number {
  const { amount } = catalogue[kind];
  if (excuse === null) return checkedValue(amount, value);
  throw new AppError('conflict', 'FAULT.NOT_APPLICABLE', `${kind} makes no sense here: ${excuse}`);
}

/** What a process outside of the demo answers to whoever wants to break it. */
export function demoOnly(): AppError {
  return new AppError(
    'conflict',
    'FAULT.DEMO_ONLY',
    'fault switches exist in the demo mode only: start the process with MODE=demo',
  );
}

/** This process's switches. One registry, because code anywhere in the process can misbehave. */
export const faults = createFaults();
