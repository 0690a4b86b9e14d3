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
    // A busy machine of CI may stand still for seconds; what is broken is so the second time, too.
    retry: process.env['CI'] ? 1 : 0,
    testTimeout: 90_000,
    hookTimeout: 60_000,
  },
});
