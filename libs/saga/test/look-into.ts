import type { Bench, TripData } from './trip.ts';

/** Looks into what is stored. */
export function lookInto({ database }: Bench) {
  const rows = async <Row>(text: string, id: string): Promise<Row[]> =>
    (await database.pool.query(text, [id])).rows as Row[];
  return {
    trip: async (id: string) =>
      (
        await rows<{ status: string; changes: number }>('select status, changes from trip where id = $1', id)
      )[0]!,
    saga: async (id: string) =>
      (
        await rows<{
          state: string;
          data: TripData;
          fence: number;
          owner: string | null;
          parkedCode: string | null;
          failureCode: string | null;
        }>(
          'select state, data, fence::int, owner, parked_code as "parkedCode", failure_code as "failureCode" from saga where id = $1',
          id,
        )
      )[0]!,
    journal: async (id: string) =>
      (
        await rows<{ line: string }>(
          `select step || ' ' || outcome || ' ' || attempt as line from saga_journal where saga_id = $1 order by sequence`,
          id,
        )
      ).map(({ line }) => line),
  };
}
