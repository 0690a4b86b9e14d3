import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Against a cluster with the overlay `mesh`; files run one after the other, because they change its routes. */
export default defineConfig({
  cacheDir: join(import.meta.dirname, '../../node_modules/.vite/mesh'),
  test: {
    root: import.meta.dirname,
    include: ['**/*.spec.ts'],
    // Minutes, and about the suite itself: npm run mesh -- mutate.
    exclude: process.env['TRADEWIND_MUTATIONS'] ? [] : ['mutations.spec.ts'],
    globalSetup: [join(import.meta.dirname, 'support/set-up.ts')],
    setupFiles: [join(import.meta.dirname, 'support/choose-cluster.ts')],
    fileParallelism: false,
    // A busy machine of CI may stand still for seconds; what is broken is so the second time, too.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
