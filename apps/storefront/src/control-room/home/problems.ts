import type { DeadLetter } from '../../api/ops/dead-letters.ts';
import type { Fault } from '../../api/ops/faults.ts';
import type { Invariant } from '../../api/ops/reconciliation.ts';
import type { Resilience } from '../../api/ops/resilience.ts';
import type { Saga } from '../../api/ops/sagas.ts';
import type { ServiceProcess } from '../../api/ops/services.ts';
import { counted } from '../../format/words.ts';

interface Source<Item> {
  failed: boolean;
  data: Item[] | undefined;
}

export interface Sources {
  sagas: Source<Saga>;
  deadLetters: Source<DeadLetter>;
  resilience: Source<Resilience>;
  invariants: Source<Invariant>;
  faults: Source<Fault>;
  services: Source<ServiceProcess>;
}

export interface Problem {
  kind: string;
  tone: 'bad' | 'warn' | 'busy';
  words: string;
  path: string;
}

/** The open problems, the worst first, and what we could not look at: not knowing is not the same as none. */
export function problemsOf(sources: Sources) {
  const problems: Problem[] = [
    ...(sources.invariants.data ?? []).filter((invariant) => !invariant.holds).map(brokenInvariant),
    ...parkedSagas(sources.sagas.data ?? []),
    ...deadLetters(sources.deadLetters.data ?? []),
    ...(sources.services.data ?? []).filter((service) => !service.ready).map(awayProcess),
    ...(sources.resilience.data ?? []).flatMap(openBreaker),
    ...(sources.faults.data ?? []).filter((fault) => fault.enabled).map(thrownFault),
  ];
  return {
    problems,
    unknown: Object.entries(sources).flatMap(([name, source]) =>
      source.failed && !source.data ? [sourceNames[name as keyof Sources]] : [],
    ),
    pending: Object.values(sources).some((source) => !source.failed && !source.data),
  };
}

const sourceNames: Record<keyof Sources, string> = {
  sagas: 'The parked sagas',
  deadLetters: 'The dead letters',
  resilience: 'The circuit breakers',
  invariants: 'The reconciliation',
  faults: 'The fault switches',
  services: 'The processes',
};

function brokenInvariant({ id, title, differences }: Invariant): Problem {
  const words = `${id} ${title}: ${counted(differences.length, 'difference')}`;
  return { kind: 'Invariant broken', tone: 'bad', words, path: '/ops/reconciliation' };
}

function parkedSagas(sagas: Saga[]): Problem[] {
  if (sagas.length === 0) return [];
  const [only, ...others] = sagas;
  const words =
    others.length === 0 && only
      ? `An order is parked at ${only.currentStep ?? 'its end'}: ${only.parkedReason?.code ?? 'no reason given'}`
      : `${counted(sagas.length, 'order')} are parked`;
  const path = others.length === 0 && only ? `/ops/sagas/${only.orderId}` : '/ops/sagas?state=parked';
  return [{ kind: 'Saga parked', tone: 'bad', words, path }];
}

function deadLetters(letters: DeadLetter[]): Problem[] {
  const { parked = [], waiting = [] } = Object.groupBy(letters, ({ state }) => state);
  const path = '/ops/dead-letters';
  const problems: Problem[] = [];
  if (parked.length > 0) {
    const words = `${counted(parked.length, 'event')} could not be handled by ${servicesOf(parked)}`;
    problems.push({ kind: 'Dead letters', tone: 'bad', words, path: `${path}?state=parked` });
  }
  if (waiting.length > 0) {
    const words = `${counted(waiting.length, 'event')} wait in ${servicesOf(waiting)} until somebody is back`;
    problems.push({ kind: 'Events wait', tone: 'warn', words, path: `${path}?state=waiting` });
  }
  return problems;
}

const servicesOf = (letters: DeadLetter[]): string =>
  [...new Set(letters.map((letter) => letter.service))].join(', ');

function awayProcess({ name, status }: ServiceProcess): Problem {
  return { kind: 'Process away', tone: 'bad', words: `${name} is ${status}`, path: '/ops/services' };
}

function openBreaker({ service, dependency, policies }: Resilience): Problem[] {
  const state = policies.breaker?.state ?? 'closed';
  if (state === 'closed') return [];
  const words = `${service} has stopped calling ${dependency}${state === 'half-open' ? ' and is trying it again' : ''}`;
  return [{ kind: `Breaker ${state}`, tone: 'warn', words, path: '/ops/resilience' }];
}

function thrownFault({ title }: Fault): Problem {
  return { kind: 'Fault on', tone: 'busy', words: title, path: '/ops/faults' };
}
