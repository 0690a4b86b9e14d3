/** What the timeline draws: one line of a journal, the same shape for the shop and for the control room. */
export interface TimelineEntry {
  /** Milliseconds since 1970. */
  at: number;
  step: string;
  direction: 'run' | 'undo';
  outcome: 'started' | 'succeeded' | 'failed' | 'retrying' | 'parked' | 'resolved';
  attempt: number;
  durationMs: number | null;
  error: { code: string; message: string } | null;
  detail: unknown;
}

/** Who does what; `pivot` marks the step after which there is no way back. */
export interface TimelineStep {
  name: string;
  participant: string;
  pivot: boolean;
}

/** The undo of a step, by the name that the shop's timeline gives it. */
const undoNames: Record<string, string> = {
  'release-stock': 'reserve-stock',
  'void-payment': 'authorize-payment',
  'reject-order': 'open-order',
};

/** The place-order saga as the shop knows it; the control room brings the steps of the saga at hand. */
export const placeOrderSteps: TimelineStep[] = [
  { name: 'open-order', participant: 'order', pivot: false },
  { name: 'reserve-stock', participant: 'inventory', pivot: false },
  { name: 'authorize-payment', participant: 'payment', pivot: false },
  { name: 'capture-payment', participant: 'payment', pivot: true },
  { name: 'commit-stock', participant: 'inventory', pivot: false },
  { name: 'confirm-order', participant: 'order', pivot: false },
];

/** The step that `name` runs or undoes. */
export function undoneStep(name: string): string | undefined {
  return undoNames[name];
}

/** The service that a step belongs to; a step we do not know is placed by its name. */
export function participantOf(step: string, steps: TimelineStep[]): string {
  const known = steps.find((candidate) => candidate.name === step);
  if (known) return known.participant;
  if (/payment|refund|charge/.test(step)) return 'payment';
  return /stock|restock|reserv/.test(step) ? 'inventory' : 'order';
}
