import { defineConfig } from 'vitest/config';

/** Decorators need their metadata: the settings of tsconfig.base.json hold for tests, too. */
export default defineConfig({
  test: {
    include: ['**/*.spec.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    reporters: ['default'],
  },
});
