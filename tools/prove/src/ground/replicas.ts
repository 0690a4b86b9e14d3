import { builtProgram, topology, type ProcessDefinition, type Topology } from '@tradewind/launcher';

/** A second order process: it takes over what a sleeping one holds, and publishes beside it. */
const SECOND_ORDER: Partial<ProcessDefinition> = { name: 'order-2', ports: { grpc: 31, admin: 32 } };

/**
 * The shop with a second order process.
 * @param programs other programs than the built ones, by process
 */
export function withReplicas(programs: Readonly<Record<string, string>> = {}): Topology {
  const processes = topology.processes.flatMap((process) => {
    const own = programs[process.name] ? { ...process, entry: programs[process.name]! } : process;
    if (process.name !== 'order') return [own];
    return [own, { ...own, ...SECOND_ORDER, entry: own.entry ?? builtProgram('order') }];
  });
  return { ...topology, processes };
}
