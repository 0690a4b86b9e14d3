import pg from 'pg';

/** Milliseconds after which a server that does not answer counts as away. */
const PATIENCE = 1_000;
/** Milliseconds for which it is believed to be there without being asked again. */
const BELIEVED = 1_000;

/**
 * Asks whether a database takes connections, for readiness. The connection is a new one, not one of the pool: a process that is busy
 * with all of its connections is not broken, and taking it out of the service would only move its work to the others.
 * @returns a question that rejects, with the reason, while the database is away
 */
export function createReachable(url: string): () => Promise<void> {
  let asked: Promise<void> | undefined;
  let lastSeen = -Infinity;
  return () => {
    if (performance.now() - lastSeen < BELIEVED) return Promise.resolve();
    asked ??= ask(url)
      .then(() => void (lastSeen = performance.now()))
      .finally(() => (asked = undefined));
    return asked;
  };
}

async function ask(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (cause) {
    throw new Error('the database takes no connections', { cause });
  } finally {
    void client.end().catch(() => undefined);
  }
}
