/** Conventional commits; a body says why, in lines a terminal can show. */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: { 'body-max-line-length': [2, 'always', 100], 'subject-case': [0] },
};
