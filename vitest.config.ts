import { configDefaults, defineConfig } from 'vitest/config';

/** All specs of apps, libs, tools and bench; the running system's tests are in e2e. */
export default defineConfig({
  test: {
    include: ['{apps,libs,tools,bench}/**/*.spec.ts'],
    exclude: [...configDefaults.exclude, '**/dist/**', '**/fixtures/**'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores, and the integration specs bring a PostgreSQL and processes of their own.
    maxWorkers: 2,
  },
});
