import type { Fault, FaultChange } from '@tradewind/faults';

/** A switch with the processes that have it: one, or of a switch of the whole system several. */
export interface SystemFault extends Fault {
  services: string[];
  /** The process that has it; `system` when several have. */
  service: string;
}

/** The port to the fault switches of all processes. */
export abstract class FaultSwitches {
  /** Of every process that answers. */
  abstract list(): Promise<SystemFault[]>;
  /**
   * Throws a switch in every process that has it.
   * @throws AppError FAULT.UNKNOWN, FAULT.NOT_APPLICABLE, FAULT.VALUE_OUT_OF_RANGE
   */
  abstract set(name: string, change: FaultChange): Promise<SystemFault>;
  /** All off. */
  abstract reset(): Promise<void>;
}
