import pg from 'pg';

export interface DatabaseAccess {
  /** Name of the database and of the role that owns it. */
  readonly name: string;
  readonly password: string;
}

/**
 * Makes the databases and roles that are missing. A role can connect to its own database and to no other.
 * @param adminUrl of a role that may make both, connected to a database that is there, such as `postgres`
 * @returns the names of those that were made
 */
export async function ensureDatabases(
  adminUrl: string,
  wanted: readonly DatabaseAccess[],
): Promise<string[]> {
  return await withClient(adminUrl, async (admin) => {
    const { rows } = await admin.query<{ name: string }>(
      'select datname as name from pg_database join pg_roles r on r.oid = datdba and rolname = datname',
    );
    const present = new Set(rows.map((row) => row.name));
    const missing = wanted.filter(({ name }) => !present.has(name));
    if (missing.length > 0) await admin.query('revoke connect on database postgres, template1 from public');
    // Side by side: making a database is mostly waiting for the disk.
    await Promise.all(missing.map((database) => withClient(adminUrl, (client) => create(client, database))));
    return missing.map(({ name }) => name);
  });
}

async function create(client: pg.Client, { name, password }: DatabaseAccess): Promise<void> {
  const identifier = client.escapeIdentifier(name);
  const role = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = role.rowCount ? 'alter' : 'create';
  await client.query(`${verb} role ${identifier} login password ${client.escapeLiteral(password)}`);
  const database = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (!database.rowCount) await client.query(`create database ${identifier}`);
  // Owner last: a database that is not its role's yet counts as missing next time.
  await client.query(`revoke connect, temporary on database ${identifier} from public`);
  await client.query(`alter database ${identifier} owner to ${identifier}`);
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the query in flight reports it
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}
