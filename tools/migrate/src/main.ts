// The image tradewind/migrate: makes what is missing, applies migrations, says so and ends.
import { ConfigurationError } from '@tradewind/config';
import { migrateAll } from './migrate-all.ts';

try {
  for (const { name, made, applied } of await migrateAll(process.env))
    console.log(`${name.padEnd(16)} ${made ? 'made, ' : ''}${applied} migration(s) applied`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = error instanceof ConfigurationError ? 78 : 1; // EX_CONFIG of sysexits.h
}
