export { catalogue, type FaultKindName } from './catalogue.ts';
export type { FaultGroup, FaultKind } from './fault-kind.ts';
export { createCallFaults, type CallFaults } from './call-faults.ts';
export { LASTS, type Fault, type FaultChange } from './fault.ts';
export { offerProcessFaults, skewable } from './process-faults.ts';
export {
  createFaults,
  demoOnly,
  faults,
  type FaultEffect,
  type FaultRegistry,
  type FaultSwitch,
} from './registry.ts';
