/** A part of a report, under a heading of the second level. */
export interface Section {
  heading: string;
  /** Without its heading. */
  text: string;
}

/** The sections of a Markdown text; what stands before the first is left out. */
export function sectionsOf(markdown: string): Section[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { heading: part.slice(0, end).trim(), text: part.slice(end).trim() };
    });
}

/** What was run now replaces the sections of the same headings; what was not stays as it was. */
export function mergeSections(old: readonly Section[], fresh: readonly Section[]): Section[] {
  const byHeading = new Map([...old, ...fresh].map((section) => [section.heading, section]));
  return [...byHeading.values()];
}
