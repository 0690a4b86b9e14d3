export interface Section {
  title: string;
  /** How it was measured. */
  note: string;
  head: string[];
  rows: (string | number)[][];
}

/** The figures as Markdown, which a terminal shows as well. */
export function report(machine: string, sections: readonly Section[]): string {
  const parts = sections.map(
    ({ title, note, head, rows }) => `## ${title}\n\n${note}\n\n${table(head, rows)}`,
  );
  const intro = `# Benchmarks\n\nWritten by \`npm run bench -- --write\`. ${machine}\n`;
  return `${intro}\n${parts.join('\n\n')}\n`;
}

function table(head: string[], rows: (string | number)[][]): string {
  const cells = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_title, column) => Math.max(3, ...cells.map((row) => row[column]!.length)));
  const line = (row: string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0]!), rule, ...cells.slice(1).map(line)].join('\n');
}
