import { createDatabase, createLane } from '@tradewind/database';

export const STEP_ROWS = 'create table step_row (saga uuid, step int, primary key (saga, step))';

const WRITE = `insert into step_row (saga, step) select * from unnest($1::uuid[], $2::int[]) on conflict do nothing`;

/**
 * The work of a step, the same for all engines: a row, once, however often it is asked for. Rows that are written at the same
 * time share a statement, as those of a participant do; so what differs between engines is theirs.
 */
export function createStepRows(url: string) {
  const database = createDatabase({ url, service: 'bench-steps' });
  const write = createLane<{ id: string; step: number }, void>(async (rows) => {
    const values = [rows.map(({ id }) => id), rows.map(({ step }) => step)];
    await database.query('step.write', WRITE, values);
    return rows.map(() => {});
  });
  return {
    write: (id: string, step: number): Promise<void> => write({ id, step }),
    close: (): Promise<void> => database.close(),
  };
}
