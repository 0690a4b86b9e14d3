export interface Section {
  title: string;
  /** How it was measured. */
  note: string;
  head: string[];
  rows: (string | number)[][];
  /** What the figures say, such as which budget was met. */
  after?: string[];
}

const INTRO =
  '# Benchmarks\n\nWritten by `npm run bench -- --write`; each section says when and on what it was measured.\n';

/** The figures as Markdown, which a terminal shows as well. */
export function report(machine: string, sections: readonly Section[]): string {
  return [INTRO, ...sections.map((section) => toMarkdown(machine, section))].join('\n');
}

/**
 * Puts the sections of a report into an older one: by their headings, each in the place that it had; new ones come last, and
 * those that were not measured this time stay as they are.
 */
export function mergeReports(older: string, newer: string): string {
  const [kept, fresh] = [sectionsOf(older), sectionsOf(newer)];
  return [INTRO, ...new Map([...kept, ...fresh]).values()].join('\n');
}

function sectionsOf(text: string): Map<string, string> {
  const parts = text.split(/^(?=## )/m).filter((part) => part.startsWith('## '));
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('\n')), `${part.trimEnd()}\n`]));
}

function toMarkdown(machine: string, { title, note, head, rows, after = [] }: Section): string {
  const list = after.map((line) => `- ${line}`).join('\n');
  return `${[`## ${title}`, note, table(head, rows), list, machine].filter(Boolean).join('\n\n')}\n`;
}

function table(head: string[], rows: (string | number)[][]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_title, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n');
}
