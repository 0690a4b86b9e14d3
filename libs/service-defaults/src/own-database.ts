import type { Logger } from '@tradewind/observability';

interface Owner {
  databaseUrl?: string;
  databaseWait: number;
}

/** Its own database and nothing else: a process that were not ready because another one is not would take the shop down with it. */
export async function readinessOf({ databaseUrl }: Owner): Promise<(() => Promise<void>) | undefined> {
  if (databaseUrl === undefined) return undefined;
  // Here, because a process without a database need not load a driver.
  const { createReachable } = await import('@tradewind/database/reachable');
  return createReachable(databaseUrl);
}

/** Where nobody orders the starts, as in a cluster, a service may come before its database and before its migrations. */
export async function waitForOwnDatabase(
  { databaseUrl: url, databaseWait: patience }: Owner,
  logger: Logger,
): Promise<void> {
  if (url === undefined) return;
  const { waitForDatabase } = await import('@tradewind/database/wait-for-database');
  const waiting = (why: string): void => logger.warn({ why }, 'waiting for the database');
  await waitForDatabase({ url, patience, migrated: true, waiting });
}
