import type { FaultKind } from '@tradewind/faults';

const GROUPS: Record<FaultKind['group'], string> = {
  calls: 'Calls of a service',
  provider: 'The payment provider',
  mail: 'Mail',
  events: 'Events',
  databases: 'Databases',
  processes: 'Processes',
  certificates: 'Certificates',
};

/** Every kind of switch, by group, with what is known of single services. */
export function faultTables(catalogue: Readonly<Record<string, FaultKind>>): string {
  const byGroup = Map.groupBy(Object.entries(catalogue), ([, { group }]) => group);
  return Object.entries(GROUPS)
    .map(([group, heading]) => {
      const kinds = byGroup.get(group as FaultKind['group']) ?? [];
      return `### ${heading}\n\n${table(kinds.flatMap(([kind, about]) => rows(kind, about)))}`;
    })
    .join('\n\n');
}

function table(lines: string[]): string {
  return [
    '| switch | amount | expect | after | answered by | see |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

function rows(kind: string, { services = {}, ...general }: FaultKind): string[] {
  const name = general.scope === 'system' ? kind : `<service>-${kind}`;
  return [
    row(name, general),
    ...Object.entries(services).map(([service, more]) =>
      row(`${service}-${kind}`, { ...general, ...more, amount: null }, '〃'),
    ),
  ];
}

function row(
  name: string,
  { amount, expect, after, pattern, see }: Omit<FaultKind, 'services'>,
  otherwise = '–',
): string {
  const much = amount
    ? `${amount.default} ${amount.unit} (${amount.minimum} to ${amount.maximum})`
    : otherwise;
  return `| \`${name}\` | ${much} | ${expect} | ${after} | ${pattern} | \`${see}\` |`;
}

/** What is seen of each switch on the running shop, as the tests say it. */
export function trialsTable(trials: readonly { fault: string; effect: string }[]): string {
  return [
    '| switch | what is seen |',
    '| --- | --- |',
    ...trials.map(({ fault, effect }) => `| \`${fault}\` | ${effect} |`),
  ].join('\n');
}
