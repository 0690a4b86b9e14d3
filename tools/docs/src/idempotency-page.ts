/** A rule of the conformance tables, as far as the page tells it. */
interface Rule {
  rule: string;
  sources: readonly string[];
  choice?: string;
}

type Sources = Readonly<Record<string, { name: string; url: string }>>;

/** The rules as a list, each with who wrote it down and what we chose. */
export function rulesList(rules: readonly Rule[], sources: Sources): string {
  return rules
    .map(({ rule, sources: from, choice }) => {
      const told = from.map((source) => sourceLink(source, sources)).join(', ');
      return `- ${rule} (${told})${choice ? `\n  _Choice:_ ${choice}` : ''}`;
    })
    .join('\n');
}

/** `draft 2.7` becomes a link named so, to the draft. */
function sourceLink(source: string, sources: Sources): string {
  const [id, ...place] = source.split(' ');
  const found = sources[id!];
  if (!found) throw new Error(`no source is called ${id}: idempotency-sources.ts lists them`);
  return `[${[id, ...place].join(' ')}](${found.url})`;
}

export function sourcesTable(sources: Sources): string {
  const rows = Object.entries(sources).map(([id, { name, url }]) => `| ${id} | [${name}](${url}) |`);
  return ['| | source |', '| --- | --- |', ...rows].join('\n');
}
