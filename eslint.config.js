import nx from '@nx/eslint-plugin';
import hooks from 'eslint-plugin-react-hooks';
import typescript from 'typescript-eslint';

// Which kind of project may use which. Apps never use apps; only kernel and contracts are below the platform libraries.
const tagRules = [
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:kernel'] },
  {
    sourceTag: 'type:platform',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform'],
  },
  { sourceTag: 'type:service', onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform'] },
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: [] },
  {
    sourceTag: 'type:tool',
    onlyDependOnLibsWithTags: ['type:kernel', 'type:contracts', 'type:platform', 'type:tool'],
  },
];

// The rules of the inner layers: time and chance are arguments there.
const pureCode = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time is an argument here (Clock).',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time is an argument here (Clock).',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Chance is an argument here.',
  },
];
const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Only *.config.ts reads the environment.',
  },
];
const silence = [
  { selector: 'ExportAllDeclaration', message: 'Name what you export: a barrel with a wildcard hides it.' },
  {
    selector:
      'CallExpression[callee.property.name=/^(only|skip|todo)$/][callee.object.name=/^(it|test|describe)$/]',
    message: 'A test that does not run proves nothing.',
  },
];

export default typescript.config(
  {
    ignores: [
      '**/node_modules/',
      '**/dist/',
      '**/generated/',
      '**/.nx/',
      '.tradewind/',
      'tools/architecture/fixtures/',
      '**/vitest.config.*.timestamp*',
    ],
  },
  ...typescript.configs.recommended,
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { '@nx': nx },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          depConstraints: tagRules,
          allowCircularSelfDependency: false,
          checkDynamicDependenciesExceptions: ['.*'],
        },
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      'no-console': 'error',
      eqeqeq: 'error',
      'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
      'max-depth': ['error', 3],
      'no-restricted-syntax': ['error', ...silence],
    },
  },
  {
    files: ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'],
    ignores: ['**/*.config.ts', '**/*.spec.ts', 'libs/testing/**', 'apps/storefront/**'],
    rules: { 'no-restricted-syntax': ['error', ...silence, ...environment] },
  },
  {
    files: ['apps/*/src/domain/**/*.ts', 'apps/*/src/application/**/*.ts', 'libs/saga/src/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...silence, ...environment, ...pureCode] },
  },
  {
    // Nest reads the types of constructor parameters at run time: a type-only import would be undefined there.
    files: ['apps/*/src/**/*.controller.ts', 'apps/*/src/**/*.handler.ts', 'apps/*/src/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    files: ['apps/storefront/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: hooks.configs.recommended.rules,
  },
  {
    files: [
      'tools/**',
      'bench/**',
      'e2e/**',
      'libs/contracts/tools/**',
      'libs/service-defaults/src/boot-service.ts',
    ],
    rules: { 'no-console': 'off' },
  },
);
