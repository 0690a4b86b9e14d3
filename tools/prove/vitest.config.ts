import { defineConfig } from 'vitest/config';

/** The proof in its short form. Each file starts systems of its own, so one file runs at a time. */
export default defineConfig({
  test: {
    include: ['test/**/*.proof.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    fileParallelism: false,
  },
});
