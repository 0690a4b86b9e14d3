import { ATTRIBUTES, METRICS, SPANS } from '@tradewind/observability';
import type { Block } from './generated-blocks.ts';

/** The catalogue of what the system tells about itself. */
export function telemetryTables(): Block[] {
  const file = 'docs/telemetry.md';
  return [
    { file, name: 'metrics', text: table(['metric', 'kind', 'unit', 'labels', 'meaning'], metrics) },
    { file, name: 'spans', text: table(['span', 'kind', 'meaning'], spans) },
    { file, name: 'attributes', text: table(['attribute', 'form', 'meaning'], attributes) },
  ];
}

const metrics = METRICS.map(({ name, kind, unit, labels, meaning, onlyWhen }) => [
  ...[code(name), kind, unit, labelList(labels), withCondition(meaning, onlyWhen)],
]);
const spans = SPANS.map(({ name, kind, meaning, onlyWhen }) => [
  ...[code(name), kind, withCondition(meaning, onlyWhen)],
]);
const attributes = ATTRIBUTES.map(({ name, form, meaning, onlyWhen }) => [
  ...[code(name), form, withCondition(meaning, onlyWhen)],
]);

function code(text: string): string {
  return `\`${text}\``;
}

function labelList(labels: Record<string, string>): string {
  return Object.entries(labels)
    .map(([label, values]) => `${code(label)}: ${values}`)
    .join('; ');
}

function withCondition(meaning: string, onlyWhen: string | undefined): string {
  return onlyWhen ? `${meaning} Only when ${onlyWhen}.` : meaning;
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
