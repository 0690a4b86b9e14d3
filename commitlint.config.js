/** Conventional commits; a body says why, in lines a terminal can show. */
const types = [
  'bench',
  'build',
  'chore',
  'ci',
  'docs',
  'feat',
  'fix',
  'perf',
  'refactor',
  'revert',
  'style',
  'test',
];

export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'type-enum': [2, 'always', types],
    'body-max-line-length': [2, 'always', 120],
    'subject-case': [0],
  },
};
