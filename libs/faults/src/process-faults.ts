import type { Clock } from '@tradewind/kernel';
import type { FaultEffect, FaultRegistry } from './registry.ts';

const MIB = 1024 * 1024;
/** MiB that a leak takes at most: the demo's machine must survive it. */
const LEAK_AT_MOST = 256;
const DRIP = 250;
/** Milliseconds of one round of burning. Short, so that the process answers between two of them. */
const ROUND = 50;

/** Faults that any process can have: it leaks memory, it burns CPU. */
export function offerProcessFaults(registry: FaultRegistry): void {
  registry.offer('memory-leak', createLeak());
  registry.offer('cpu-burn', createBurn());
}

/** Takes memory outside of the heap, whose limit would end the process. */
export function createLeak(): FaultEffect & { readonly mebibytes: number } {
  const taken: ArrayBuffer[] = [];
  let timer: NodeJS.Timeout | undefined;

  function take(mebibytes: number): void {
    const room = LEAK_AT_MOST - held();
    const bytes = Math.floor(Math.min(mebibytes, room) * MIB);
    // Filled, because memory that was never touched is none.
    if (bytes > 0) taken.push(new Uint8Array(bytes).fill(1).buffer);
  }
  const held = (): number => taken.reduce((sum, it) => sum + it.byteLength, 0) / MIB;

  return {
    get mebibytes() {
      return held();
    },
    begin: (perSecond) => {
      timer = setInterval(() => take((perSecond * DRIP) / 1_000), DRIP).unref();
    },
    end: () => {
      clearInterval(timer);
      // Moved to nowhere it is freed at once, and not when the garbage collector comes by.
      for (const buffer of taken.splice(0)) buffer.transfer(0);
    },
  };
}

/** @param now milliseconds, monotonic */
export function createBurn(now: () => number = () => performance.now()): FaultEffect {
  let timer: NodeJS.Timeout | undefined;
  return {
    begin: (percent) => {
      const busy = (ROUND * percent) / 100;
      const round = (): void => {
        const end = now() + busy;
        while (now() < end);
        timer = setTimeout(round, ROUND - busy).unref();
      };
      timer = setTimeout(round, 0).unref();
    },
    end: () => clearTimeout(timer),
  };
}

/** A clock that is wrong by as many seconds as it was told. For whatever takes its time from a `Clock`. */
export function skewable(clock: Clock, registry: FaultRegistry): Clock {
  const skew = registry.offer('clock-skew');
  return { now: () => clock.now() + skew.value * 1_000 };
}
