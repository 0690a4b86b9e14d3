/** Where a switch stands on the operators' page. */
export type FaultGroup =
  'calls' | 'provider' | 'mail' | 'events' | 'databases' | 'processes' | 'certificates';

/** How much of it. */
export interface FaultAmount {
  unit: string;
  default: number;
  minimum: number;
  maximum: number;
}

/** What people are told of a switch; `{service}` stands for the process that has it. */
interface FaultWords {
  /** What will be seen while it is on. */
  expect: string;
  /** What happens once it is off. */
  after: string;
  /** The pattern that answers it. */
  pattern: string;
  /** Where in the control room that pattern shows. */
  see: string;
}

export interface FaultKind extends FaultWords {
  group: FaultGroup;
  /** `service`: called `<service>-<kind>`, one process has it. `system`: called as the kind, thrown in all that offer it. */
  scope: 'service' | 'system';
  title: string;
  /** Null: it is on or off, and has no amount. */
  amount: FaultAmount | null;
  /** For processes of which more can be said than in general. */
  services?: Readonly<Record<string, Partial<FaultWords>>>;
}
