import { defineConfig } from 'vitest/config';

/** Against a running system (`TRADEWIND_URL`); files run one after the other, because they share it. */
export default defineConfig({
  test: {
    include: [
      'journeys/**/*.spec.ts',
      'failures/**/*.spec.ts',
      'telemetry/**/*.spec.ts',
      'browser/**/*.spec.ts',
    ],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
