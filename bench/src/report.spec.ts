import { describe, expect, it } from 'vitest';
import { mergeReports, report, type Section } from './report.ts';

const section = (title: string, figure: number): Section => ({
  ...{ title, note: 'By hand.', head: ['what', 'figure'], rows: [['speed', figure]] },
});

const MONDAY = 'Measured on Monday.';

describe('the report', () => {
  it('shows each section with its figures, what they say, and where they come from', () => {
    const text = report(MONDAY, [{ ...section('Sagas', 7), after: ['Budget: met', 'DBOS: absent'] }]);
    expect(text).toBe(`# Benchmarks

Written by \`npm run bench -- --write\`; each section says when and on what it was measured.

## Sagas

By hand.

| what  | figure |
| ----- | ------ |
| speed | 7      |

- Budget: met
- DBOS: absent

Measured on Monday.
`);
  });

  it('written into an older one replaces its sections by their headings and keeps the others', () => {
    const older = report(MONDAY, [section('Start', 1), section('Orders', 2), section('Memory', 3)]);
    const newer = report('Measured on Friday.', [section('Sagas', 4), section('Orders', 5)]);
    const merged = mergeReports(older, newer);
    expect(merged.match(/^## .*$/gm)).toEqual(['## Start', '## Orders', '## Memory', '## Sagas']);
    expect(merged.match(/\d(?= +\|$)/gm)).toEqual(['1', '5', '3', '4']);
    expect(merged.match(/Measured on \w+/g)).toEqual(
      ['Monday', 'Friday', 'Monday', 'Friday'].map((day) => `Measured on ${day}`),
    );
  });

  it('written twice is what it was', () => {
    const text = report(MONDAY, [section('Start', 1), section('Orders', 2)]);
    expect(mergeReports(text, text)).toBe(text);
    expect(mergeReports('', text)).toBe(text);
  });
});
