import { expect, test } from 'vitest';
import { unfinishedWord, vocabularyOf, wordsOf } from './words.ts';

test('words are letters and digits, lower case, of any alphabet', () => {
  expect(wordsOf('Tagine, 28 cm (Fès) – Őrölt')).toEqual(['tagine', '28', 'cm', 'fès', 'őrölt']);
});

test('the vocabulary has each word once; what is short or only a number is no word to be mistyped', () => {
  expect(vocabularyOf(['Copper pot, 28 cm', 'copper Lid'])).toEqual(['copper', 'lid', 'pot']);
});

test.each([
  ['ket', { complete: '', last: 'ket' }],
  ['Copper ket', { complete: 'copper ', last: 'ket' }],
  ['copper or tin ', { complete: 'copper or ', last: 'tin' }],
])('%s: the last word may not be complete', (text, expected) => {
  expect(unfinishedWord(text)).toEqual(expected);
});

test.each(['', '"copper ket', 'copper -ket', 'copper!', 'copper ke'])(
  '%s: there is nothing to complete',
  (text) => {
    expect(unfinishedWord(text)).toBeUndefined();
  },
);
