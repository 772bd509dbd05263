import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';

/**
 * The names under which devices have put cards into books, by the ids of their records. A card that was not made on a device
 * has the id of its record for a name; one that was keeps the name that the device knows it by.
 */
export async function namesOf(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await context.database.run(
    `select record, name from ${tableOf(context)} where record = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map(([id, name]) => [id as string, name as string]));
}

/** Keeps the name of a new card; false when there has been one of this name, be it in the bin. */
export async function keepName(context: Context, id: string, name: string): Promise<boolean> {
  const rows = await context.database.run(
    `insert into ${tableOf(context)} (record, name) values ($1, $2) on conflict do nothing returning record`,
    [id, name],
  );
  return rows.length > 0;
}

function tableOf({ workspace }: Context): string {
  return `${quoted(workspace.schema)}.card_name`;
}
