import { AppError } from '@tradewind/kernel';
import { setTimeout as wait } from 'node:timers/promises';

/** What happens to a process when it comes by. */
export type FailpointAction =
  /** SIGKILL: nothing after this line ever runs. */
  | { do: 'kill' }
  /** SIGSTOP: the process stands still, with all its connections, until somebody sends SIGCONT. */
  | { do: 'stop' }
  /** Throws: after a commit, a send or a receipt, what was done stays done and only its answer is lost. */
  | { do: 'fail' }
  | { do: 'wait'; milliseconds: number };

export interface Failpoint {
  /** `<kind>:<what>:<before|after>`, such as `commit:saga.advance:after`. */
  name: string;
  /** How often the process came by since failpoints were switched on. */
  passed: number;
  armed: ArmedFailpoint | null;
}

export interface ArmedFailpoint {
  action: FailpointAction;
  /** It acts at this passage from now: 1 is the next one. */
  at: number;
  /** At so many passages one after the other; a killed process needs no more than 1. */
  times: number;
}

export interface FailpointRegistry {
  readonly enabled: boolean;
  /** From now on passages are counted and actions can be armed. There is no way back but a restart. */
  enable(): void;
  /** @throws AppError FAILPOINT.DISABLED */
  arm(name: string, plan: ArmedFailpoint): void;
  disarm(): void;
  /** Those that the process came by, or that are armed, by name. */
  list(): Failpoint[];
  /** How the order of delivered events is disturbed; undefined: not at all. @throws AppError FAILPOINT.DISABLED */
  disturb(disturbance: Disturbance | undefined): void;
  readonly disturbance: Disturbance | undefined;
  /** Undefined, at the cost of one comparison, unless something is to happen here. */
  pass(name: string): Promise<void> | undefined;
}

/** Every event comes so often, and keys overtake each other; see `disturbOrder`. */
export interface Disturbance {
  copies: number;
  seed: number;
}

interface Entry {
  passed: number;
  armed: ArmedFailpoint | null;
}

type Kill = (pid: number, signal: NodeJS.Signals) => unknown;

/** @param kill how a signal is sent to this process */
export function createFailpoints(kill: Kill = process.kill.bind(process)): FailpointRegistry {
  const entries = new Map<string, Entry>();
  let enabled = false;
  let disturbance: Disturbance | undefined;

  function requireEnabled(): void {
    if (!enabled) throw new AppError('refused', 'FAILPOINT.DISABLED', 'failpoints are not switched on');
  }

  function entryOf(name: string): Entry {
    const known = entries.get(name);
    if (known) return known;
    const made = { passed: 0, armed: null };
    entries.set(name, made);
    return made;
  }

  async function act(name: string, action: FailpointAction): Promise<void> {
    switch (action.do) {
      case 'kill':
        kill(process.pid, 'SIGKILL');
        // The signal is on its way, but the next line could be faster.
        return new Promise(() => {});
      case 'stop':
        return void kill(process.pid, 'SIGSTOP');
      case 'fail':
        throw new AppError('unavailable', 'FAILPOINT.FAILED', `told to fail at ${name}`);
      case 'wait':
        return wait(action.milliseconds);
    }
  }

  return {
    get enabled() {
      return enabled;
    },
    enable: () => void (enabled = true),
    arm(name, plan) {
      requireEnabled();
      entryOf(name).armed = { ...plan };
    },
    get disturbance() {
      return disturbance;
    },
    disturb(wanted) {
      requireEnabled();
      disturbance = wanted;
    },
    disarm: () => entries.forEach((entry) => (entry.armed = null)),
    list: () =>
      [...entries]
        .map(([name, { passed, armed }]) => ({ name, passed, armed }))
        .sort((left, right) => (left.name < right.name ? -1 : 1)),
    pass(name) {
      if (!enabled) return undefined;
      const entry = entryOf(name);
      entry.passed += 1;
      const { armed } = entry;
      if (!armed || --armed.at > 0) return undefined;
      if (--armed.times <= 0) entry.armed = null;
      return act(name, armed.action);
    },
  };
}

/** This process's failpoints. One registry, because code anywhere in the process comes by. */
export const failpoints = createFailpoints();

/**
 * Does something between two failpoints. After `before` nothing has happened yet; at `after` all has, and nobody knows.
 * @param what such as `commit:saga.advance`
 */
export async function betweenFailpoints<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  if (!failpoints.enabled) return work();
  await failpoints.pass(`${what}:before`);
  const result = await work();
  await failpoints.pass(`${what}:after`);
  return result;
}
