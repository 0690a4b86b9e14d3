import type { Server } from '../parts/server.ts';

/** Whether each saga that was said to be done has its three rows. @returns what is wrong, if anything is */
export async function checkRows(
  server: Server,
  database: string,
  done: readonly string[],
): Promise<string | undefined> {
  const text = `select saga, count(*)::int as rows, count(distinct step)::int as steps from step_row group by saga`;
  const found = await server.query<{ saga: string; rows: number; steps: number }>(database, text);
  const whole = new Set(found.filter(({ rows, steps }) => rows === 3 && steps === 3).map(({ saga }) => saga));
  const incomplete = done.filter((id) => !whole.has(id)).length;
  return incomplete === 0 ? undefined : `${incomplete} of ${done.length} sagas do not have their three rows`;
}
