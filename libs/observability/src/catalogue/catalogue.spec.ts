import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { METRICS } from './metrics.ts';
import { ATTRIBUTES, SPANS } from './spans.ts';

const root = join(import.meta.dirname, '../../../..');
const sources = globSync('{apps,libs}/*/src/**/*.ts', { cwd: root })
  .filter((file) => !/\.spec\.ts$|generated|catalogue/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

interface Declared {
  name: string;
  kind: string;
  meaning: string;
  labels: string[];
}

const DECLARATION =
  /metrics\s*\.(counter|gauge|histogram)\(\s*'(\w+)',\s*'((?:[^'\\]|\\.)*)'(?:,\s*(\[[^\]]*\]|\w+))?,?\s*\)/g;

function labelsIn(list: string): string[] {
  return [...list.matchAll(/'(\w+)'/g)].map(([, label]) => label!);
}

function constant(text: string, name: string): string {
  return new RegExp(`const ${name} = (\\[[^\\]]*\\])`).exec(text)?.[1] ?? '[]';
}

/** What the sources declare, read as text: only so is everything seen, whichever process declares it. */
const declared: Declared[] = sources.flatMap(({ text }) =>
  [...text.matchAll(DECLARATION)].map(([, kind, name, meaning, labels = '[]']) => ({
    ...{ kind: kind!, name: name!, meaning: meaning!.replaceAll("\\'", "'") },
    labels: labelsIn(labels.startsWith('[') ? labels : constant(text, labels)),
  })),
);

// Total CPU time only grows, but the process can only be asked for it: a gauge in the code, a counter to its readers.
const KIND_IN_CODE: Record<string, string> = { process_cpu_seconds_total: 'gauge' };

describe('the catalogue of metrics', () => {
  it('has every metric that the code declares, and no other, with its kind, labels and meaning', () => {
    const inCode = Map.groupBy(declared, ({ name }) => name);
    const said = METRICS.map(({ name, kind, meaning, labels }) => ({
      ...{ name, kind: KIND_IN_CODE[name] ?? kind, meaning, labels: Object.keys(labels) },
    }));
    const found = [...inCode.values()].map(([first]) => first!);
    const byName = (left: { name: string }, right: { name: string }) => (left.name < right.name ? -1 : 1);
    expect(said.toSorted(byName)).toEqual(found.toSorted(byName));
  });

  it('is read from declarations in their usual form: none escapes', () => {
    const uses = sources.flatMap(({ text }) => [
      ...text.matchAll(/metrics\s*\.(counter|gauge|histogram)\(/g),
    ]);
    expect(declared).toHaveLength(uses.length);
  });

  it('names each once, in snake case, with its unit where it has one', () => {
    const names = METRICS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
    for (const { name, kind } of METRICS) {
      if (kind === 'counter') expect(name).toMatch(/_total$/);
      if (kind === 'histogram') expect(name).toMatch(/_seconds$/);
    }
  });
});

describe('the catalogue of spans', () => {
  it('names each attribute once', () => {
    const names = ATTRIBUTES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const spans = SPANS.map(({ name, kind }) => `${kind} ${name}`);
    expect(new Set(spans).size).toBe(spans.length);
  });
});
