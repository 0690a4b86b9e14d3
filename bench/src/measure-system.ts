import { measureMemory } from './memory.ts';
import type { BenchOptions } from './options.ts';
import { measureOverload } from './overload/measure-overload.ts';
import { measureOrders } from './orders/measure-orders.ts';
import type { Cleanup } from './parts/cleanup.ts';
import type { Section } from './report.ts';
import { measureSoak } from './soak/measure-soak.ts';
import { measureStarts } from './starts.ts';

const SYSTEM = ['starts', 'memory', 'orders', 'overload', 'soak'] as const;

export interface Run extends BenchOptions {
  /** Deleted at the end. */
  folder: string;
  cleanup: Cleanup;
}

/** Starts, memory and orders of the whole system, as far as they are wanted. */
export async function measureSystem(run: Run): Promise<Section[]> {
  const { what } = run;
  if (!SYSTEM.some((word) => what.has(word))) return [];
  const sections: Section[] = [];
  const { section, system } = await measureStarts(run.folder, run.port);
  run.cleanup.add(() => system.stop());
  if (what.has('starts')) sections.push(section);
  if (what.has('memory')) sections.push(await measureMemory(system, 'Memory after the start'));
  if (what.has('orders')) sections.push(await measureOrders(system, run));
  if (what.has('overload')) sections.push(await measureOverload(system));
  if (what.has('soak')) sections.push(await measureSoak(system, run.minutes));
  if (what.has('orders') && what.has('memory'))
    sections.push(await measureMemory(system, 'Memory after the load'));
  await system.stop();
  return sections;
}
