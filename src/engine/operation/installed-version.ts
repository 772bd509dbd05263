import type { Database } from '../database/database.ts';

const name = 'version';

/** The version of the product that brought the tables to what they are; undefined where none has said so yet. */
export async function installedVersion(database: Database): Promise<string | undefined> {
  const [row] = await database.run(
    `select value ->> 'version' from guanxi.operation_setting where name = $1`,
    [name],
  );
  return row?.[0] ?? undefined;
}

export async function noteInstalledVersion(database: Database, version: string): Promise<void> {
  await database.run(
    `insert into guanxi.operation_setting (name, value) values ($1, jsonb_build_object('version', $2::text))
     on conflict (name) do update set value = excluded.value where operation_setting.value <> excluded.value`,
    [name, version],
  );
}

/** What the last upgrade did: from which version to which, and the backup that was made before it. */
export interface UpgradeFacts {
  readonly from: string | null;
  readonly to: string;
  readonly backup: string | null;
}

export async function lastUpgrade(database: Database): Promise<UpgradeFacts | undefined> {
  const [row] = await database.run(
    `select facts from guanxi.operation_run where kind = 'upgrade' and state = 'done' order by started desc limit 1`,
  );
  return row && (JSON.parse(row[0] as string) as UpgradeFacts);
}
