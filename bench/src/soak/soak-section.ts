import type { Section } from '../report.ts';

export interface Minute {
  /** MiB by process. */
  memory: Record<string, number>;
  orders: number;
  confirmed: number;
}

/** After this many minutes caches are warm and code is compiled. */
const WARM = 5;
/** Minutes whose mean stands for a time. */
const WINDOW = 5;
/** A process that grows by less than the larger of these is at rest: garbage is collected when there is some. */
const SHARE = 0.1;
const MEBIBYTES = 8;

/** How much each process grew between the first warm minutes and the last ones. @throws when there are too few minutes */
export function soakSection(minutes: readonly Minute[], rate: number): Section {
  if (minutes.length < WARM + 2 * WINDOW)
    throw new Error(`a soak takes ${WARM + 2 * WINDOW} minutes at least`);
  const names = Object.keys(minutes[0]!.memory);
  const rows = names.map((name) => {
    const of = (some: readonly Minute[]): number =>
      some.reduce((sum, { memory }) => sum + (memory[name] ?? 0), 0) / some.length;
    const early = of(minutes.slice(WARM, WARM + WINDOW));
    const late = of(minutes.slice(-WINDOW));
    const bounded = late - early <= Math.max(MEBIBYTES, early * SHARE);
    return [
      name,
      minutes[0]!.memory[name]!.toFixed(0),
      early.toFixed(0),
      late.toFixed(0),
      bounded ? 'yes' : 'no',
    ];
  });
  const orders = minutes.reduce((sum, minute) => sum + minute.orders, 0);
  const confirmed = minutes.reduce((sum, minute) => sum + minute.confirmed, 0);
  const growing = rows.filter((row) => row.at(-1) === 'no').map(([name]) => name);
  const verdict = growing.length === 0 ? 'All are at rest.' : `Growing: ${growing.join(', ')}.`;
  return {
    title: 'Soak',
    note: `${minutes.length} minutes of ${rate} orders/s, each with a look at a product: ${orders} orders, ${confirmed} confirmed. MiB of PSS as the mean of ${WINDOW} minutes. At rest: the last minutes at most ${MEBIBYTES} MiB or ${SHARE * 100} % above minutes ${WARM + 1} to ${WARM + WINDOW}. ${verdict}`,
    head: [
      'process',
      'minute 1',
      `minutes ${WARM + 1}–${WARM + WINDOW}`,
      `minutes ${minutes.length - WINDOW + 1}–${minutes.length}`,
      'at rest',
    ],
    rows,
  };
}
