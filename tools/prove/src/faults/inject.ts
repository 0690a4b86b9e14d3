import { setTimeout as wait } from 'node:timers/promises';
import type { Fault, FaultKind } from '../schedule/schedule.ts';
import { cutConnections, deadlock, restartDatabase, serializable } from './database.ts';
import { disturbEvents, poison, restartLog } from './events.ts';
import type { FaultContext, FaultHandler } from './fault-handler.ts';
import { clock, failAt, kill, killAt, killEverything, standStill } from './processes.ts';
import { webhooksAgain } from './webhooks.ts';

const handlers: { [Kind in FaultKind]: FaultHandler<Kind> } = {
  'kill-at': killAt,
  'fail-at': failAt,
  kill,
  'kill-everything': killEverything,
  'stand-still': standStill,
  'disturb-events': disturbEvents,
  'restart-database': restartDatabase,
  'restart-log': restartLog,
  'cut-connections': cutConnections,
  serializable,
  deadlock,
  'webhooks-again': webhooksAgain,
  clock,
  poison,
};

/** Makes a fault happen when its time has come. What another fault has made impossible (its process is away) is left out. */
export async function inject(fault: Fault, context: FaultContext): Promise<'done' | string> {
  await wait(fault.after);
  try {
    await (handlers[fault.kind] as FaultHandler<FaultKind>)(fault as never, context);
    return 'done';
  } catch (error) {
    return (error as Error).message;
  }
}

/** Ends what lasts by itself. */
export async function endFaults({ ground }: FaultContext): Promise<void> {
  await ground.heal();
  const serial = await ground.databases.rows<{ name: string }>(
    'postgres',
    `select datname as name from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase
      where array_to_string(setconfig, ',') like '%serializable%'`,
  );
  for (const { name } of serial) {
    await ground.databases.rows(name, `alter database "${name}" reset default_transaction_isolation`);
    await cutConnections(
      { kind: 'cut-connections', database: name, times: 1, after: 0 },
      { ground, products: [], poison: new Set() },
    );
  }
}
