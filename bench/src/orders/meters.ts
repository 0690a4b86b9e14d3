import type { RunningSystem } from '@tradewind/launcher';
import pg from 'pg';
import { familyOf, statOf } from '../memory.ts';

export interface Reading {
  /** Transactions that wrote something: with a transaction id. */
  writes: number;
  commits: number;
  /** CPU milliseconds of the services, and of PostgreSQL. */
  services: number;
  postgres: number;
}

const TICK = 10;

/** What the system has spent so far. */
export async function read(system: RunningSystem): Promise<Reading> {
  const client = new pg.Client({ connectionString: system.databaseUrl('postgres') });
  await client.connect();
  const { rows } = await client.query<{ writes: string; commits: string }>(
    `select pg_snapshot_xmax(pg_current_snapshot())::text as writes, (select sum(xact_commit) from pg_stat_database) as commits`,
  );
  await client.end();
  let services = 0;
  let postgres = 0;
  for (const { name, pid } of system.services) {
    if (!pid || name === 'launcher') continue;
    if (name === 'postgresql') postgres = familyOf(pid).reduce((sum, member) => sum + cpuOf(member), 0);
    else services += cpuOf(pid);
  }
  return { writes: Number(rows[0]!.writes), commits: Number(rows[0]!.commits), services, postgres };
}

function cpuOf(pid: number): number {
  const stat = statOf(pid);
  return stat ? (Number(stat[11]) + Number(stat[12])) * TICK : 0;
}
