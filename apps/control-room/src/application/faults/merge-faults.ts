import type { Fault } from '@tradewind/faults';
import type { SystemFault } from '../ports/fault-switches.ts';

/** One switch for each name. It is on when it is on anywhere: a process that was restarted has it off. */
export function mergeFaults(found: readonly { service: string; fault: Fault }[]): SystemFault[] {
  const byName = Map.groupBy(found, ({ fault }) => fault.name);
  return [...byName.values()].map((same) => {
    const services = same.map(({ service }) => service);
    const thrown = same.map(({ fault }) => fault).filter(({ enabled }) => enabled);
    const [shown = same[0]!.fault] = thrown.toSorted((a, b) => compare(b.expiresAt, a.expiresAt));
    return { ...shown, services, service: services.length === 1 ? services[0]! : 'system' };
  });
}

const compare = (left: string | null, right: string | null): number =>
  (left ?? '').localeCompare(right ?? '');
