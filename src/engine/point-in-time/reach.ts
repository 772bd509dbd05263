import type { Database } from '../database/database.ts';

/** The moments to which the database can be brought back. */
export interface Reach {
  readonly from?: string;
  readonly to?: string;
}

const name = 'archive';

export async function readReach(database: Database): Promise<Reach | undefined> {
  const [row] = await database.run('select value from guanxi.operation_setting where name = $1', [name]);
  return row && (JSON.parse(row[0] as string) as Reach);
}

/** Notes what has changed of it; nothing is left of it where nothing is kept any more. */
export async function noteReach(database: Database, reach: Reach | undefined): Promise<void> {
  if (reach === undefined) {
    await database.run('delete from guanxi.operation_setting where name = $1', [name]);
    return;
  }
  await database.run(
    `insert into guanxi.operation_setting (name, value) values ($1, $2)
     on conflict (name) do update set value = operation_setting.value || excluded.value`,
    [name, JSON.stringify(reach)],
  );
}
