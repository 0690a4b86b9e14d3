import type { Fault } from '../../api/ops/faults.ts';

/** One line of the page: a switch, or the same switch of several processes, of which one is chosen. */
export interface FaultLine {
  kind: string;
  faults: Fault[];
}

export interface FaultSection {
  title: string;
  about: string;
  lines: FaultLine[];
}

interface Heading {
  title: string;
  about: string;
}

const SERVICES: Record<string, Heading> = {
  payment: { title: 'Payment', about: 'Takes the money, through the provider.' },
  inventory: { title: 'Stock', about: 'Reserves and commits what is ordered.' },
  order: { title: 'Orders', about: 'Runs the sagas.' },
  product: { title: 'Catalogue', about: 'Everything that can be browsed.' },
  recommendation: { title: 'Recommendations', about: 'Nice to have: the shop does without.' },
  cart: { title: 'Carts', about: 'Filled by shoppers, cleared by events.' },
  notification: { title: 'Notifications', about: 'Writes the mails. Nobody calls it but operators.' },
};
const GROUPS: Record<Exclude<Fault['group'], 'calls'>, Heading> = {
  provider: { title: 'Payment provider', about: "Somebody else's system, as it is on a bad day." },
  mail: { title: 'Mail', about: 'The way out to the shoppers.' },
  events: { title: 'Events', about: 'What happens after an order, in all services.' },
  databases: { title: 'Databases', about: 'Each service has its own.' },
  processes: { title: 'Processes', about: 'The machine below.' },
  certificates: { title: 'Certificates', about: 'Where the processes speak TLS.' },
};

/**
 * The switches in the order in which a person would try them: what belongs to one service together, then the rest, with
 * one line for what many processes have.
 */
export function arrangeFaults(faults: readonly Fault[]): FaultSection[] {
  const calls = Map.groupBy(
    faults.filter(({ group }) => group === 'calls'),
    ({ service }) => service,
  );
  const services = [...new Set([...Object.keys(SERVICES), ...calls.keys()])];
  const ofServices = services.map((service) => ({
    ...(SERVICES[service] ?? { title: service, about: '' }),
    lines: linesOf(calls.get(service) ?? []),
  }));
  const ofGroups = Object.entries(GROUPS).map(([name, heading]) => ({
    ...heading,
    lines: linesOf(faults.filter(({ group }) => group === name)),
  }));
  return [...ofServices, ...ofGroups].filter(({ lines }) => lines.length > 0);
}

const linesOf = (faults: readonly Fault[]): FaultLine[] =>
  [...Map.groupBy(faults, ({ kind }) => kind)].map(([kind, same]) => ({ kind, faults: same }));
