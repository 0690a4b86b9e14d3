import type { Caught } from '../mutations/catch-mutant.ts';
import type { Kill } from '../run/every-failpoint.ts';
import type { KilledInFlight } from '../run/kill-in-flight.ts';
import type { Outcome } from '../run/outcome.ts';
import type { Fault } from '../schedule/schedule.ts';

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;

/** A fault in a few words. */
function describeFault(fault: Fault): string {
  const of = 'process' in fault ? ` ${fault.process}` : 'database' in fault ? ` ${fault.database}` : '';
  const where = 'failpoint' in fault ? ` ${fault.failpoint}` : 'type' in fault ? ` ${fault.type}` : '';
  return `${fault.kind}${of}${where}`;
}

const describeEnds = ({ ended }: Outcome): string =>
  Object.entries(ended)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ');

/** One line for a run. */
export function describeRun(label: string, outcome: Outcome): string {
  const { schedule, violations, lasted } = outcome;
  const mark = violations.length === 0 ? '✓' : '✗';
  const faults = schedule.faults.map(describeFault).join(' + ') || 'no fault';
  return `  ${mark} ${label.padEnd(12)} ${seconds(lasted).padStart(6)}  ${describeEnds(outcome)}  ${faults}`;
}

export function describeKill(label: string, { process, failpoint, hit, outcome }: Kill): string {
  const mark = outcome.violations.length > 0 ? '✗' : hit ? '✓' : '–';
  const note = hit ? '' : '  (not passed again)';
  return `  ${mark} ${label.padEnd(12)} ${seconds(outcome.lasted).padStart(6)}  kill -9 ${process} ${failpoint}${note}`;
}

export const describeViolations = ({ violations }: Outcome): string[] =>
  violations.slice(0, 12).map(({ rule, subject, text }) => `      ${rule} ${subject}: ${text}`);

export function describeInFlight({ inFlight, restarted, terminal, violations }: KilledInFlight): string {
  const mark = violations.length === 0 ? '✓' : '✗';
  return `  ${mark} ${inFlight} orders on their way, everything killed: ready again after ${seconds(restarted)}, all at their end ${seconds(terminal)} later`;
}

export function describeCaught({ mutation, violations }: Caught): string {
  const [first] = violations;
  const how = first ? `${first.rule} ${first.text}` : 'NOT CAUGHT';
  return `  ${first ? '✓' : '✗'} ${mutation.name.padEnd(12)} ${how}`;
}
