import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const eslint = new ESLint({ cwd: root });

/** What each rule must refuse: where, what, and which rule says so. */
const REFUSED: [name: string, file: string, code: string, rule: string, words?: RegExp][] = [
  [
    'time in the domain',
    'apps/order/src/domain/x.ts',
    'export const x = new Date();',
    'no-restricted-syntax',
    /Clock/,
  ],
  [
    'time in a use case',
    'apps/order/src/application/x.ts',
    'export const x = Date.now();',
    'no-restricted-syntax',
    /Clock/,
  ],
  [
    'chance in a saga',
    'libs/saga/src/x.ts',
    'export const x = Math.random();',
    'no-restricted-syntax',
    /Chance/,
  ],
  [
    'the environment outside of settings',
    'libs/rpc/src/x.ts',
    "export const x = process.env['X'];",
    'no-restricted-syntax',
    /environment/,
  ],
  [
    'a barrel with a wildcard',
    'libs/kernel/src/x.ts',
    "export * from './money.ts';",
    'no-restricted-syntax',
    /barrel/,
  ],
  [
    'a test that does not run',
    'libs/kernel/src/x.spec.ts',
    "it.skip('x', () => {});",
    'no-restricted-syntax',
    /proves nothing/,
  ],
  ['printing in a service', 'apps/order/src/x.ts', "console.log('x');", 'no-console'],
  [
    'a kernel that needs anything',
    'libs/kernel/src/x.ts',
    "import '@tradewind/contracts';",
    '@nx/enforce-module-boundaries',
    /type:kernel/,
  ],
  [
    'contracts that need a platform library',
    'libs/contracts/src/x.ts',
    "import '@tradewind/database';",
    '@nx/enforce-module-boundaries',
    /type:contracts/,
  ],
  [
    'a platform library that needs a tool',
    'libs/config/src/x.ts',
    "import '@tradewind/launcher';",
    '@nx/enforce-module-boundaries',
    /type:platform/,
  ],
  [
    'a service that needs a tool',
    'apps/order/src/x.ts',
    "import '@tradewind/launcher';",
    '@nx/enforce-module-boundaries',
    /type:service/,
  ],
  [
    'a browser app that needs a server library',
    'apps/storefront/src/x.ts',
    "import '@tradewind/database';",
    '@nx/enforce-module-boundaries',
    /type:app/,
  ],
  [
    'a path around a library’s door',
    'apps/order/src/x.ts',
    "import '../../../libs/kernel/src/money.ts';",
    '@nx/enforce-module-boundaries',
  ],
  ['a file that is too long', 'apps/order/src/x.ts', 'export const x = 1;\n'.repeat(201), 'max-lines'],
];

it.each(REFUSED)('lint refuses %s', async (_name, file, code, rule, words) => {
  const [result] = await eslint.lintText(code, { filePath: `${root}${file}` });
  const found = result!.messages.filter((message) => message.ruleId === rule);
  expect(found.map((message) => message.message).join('\n')).toMatch(words ?? /./);
});

it('lint lets the same through where it belongs', async () => {
  const allowed = [
    ['apps/order/src/order.config.ts', "export const x = process.env['X'];"],
    ['apps/order/src/infrastructure/x.ts', 'export const x = Date.now();'],
    ['apps/order/src/x.ts', "import '@tradewind/database';"],
  ] as const;
  for (const [file, code] of allowed) {
    const [result] = await eslint.lintText(code, { filePath: `${root}${file}` });
    expect(result!.messages).toEqual([]);
  }
});
