import { expect, it } from 'vitest';
import { mergeSections, sectionsOf } from './sections.ts';

const text = '# Title\n\nIntroduction.\n\n## One\n\n| a |\n\n## Two\n\nb\n';

it('finds the sections of a text, without its introduction', () => {
  expect(sectionsOf(text)).toEqual([
    { heading: 'One', text: '| a |' },
    { heading: 'Two', text: 'b' },
  ]);
});

it('replaces what was run now, in its old place, and keeps the rest', () => {
  const fresh = [
    { heading: 'Two', text: 'c' },
    { heading: 'Three', text: 'd' },
  ];
  expect(mergeSections(sectionsOf(text), fresh)).toEqual([{ heading: 'One', text: '| a |' }, ...fresh]);
});
