import type { Database } from '../database/database.ts';

type Runs = Pick<Database, 'run'>;

/** What another system calls the record of an id; kept beside the records, which know nothing of it. */
export async function externalIdOf(
  database: Runs,
  workspace: string,
  record: string,
): Promise<string | undefined> {
  const [row] = await database.run(
    'select external_id from guanxi.external_id where workspace = $1 and record = $2',
    [workspace, record],
  );
  return row?.[0] ?? undefined;
}

/** The names of several records. */
export async function externalIdsOf(
  database: Runs,
  workspace: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database.run(
    'select record, external_id from guanxi.external_id where workspace = $1 and record = any($2)',
    [workspace, records],
  );
  return new Map(rows.map(([record, external]) => [record ?? '', external ?? '']));
}

/** The records that another system calls so. */
export async function recordsCalled(
  database: Runs,
  workspace: string,
  externalId: string,
): Promise<readonly string[]> {
  const rows = await database.run(
    'select record from guanxi.external_id where workspace = $1 and external_id = $2',
    [workspace, externalId],
  );
  return rows.map(([record]) => record ?? '');
}

export async function keepExternalId(
  database: Runs,
  workspace: string,
  record: string,
  externalId: unknown,
): Promise<void> {
  if (typeof externalId !== 'string') {
    await database.run('delete from guanxi.external_id where workspace = $1 and record = $2', [
      workspace,
      record,
    ]);
    return;
  }
  await database.run(
    `insert into guanxi.external_id (workspace, record, external_id) values ($1, $2, $3)
     on conflict (workspace, record) do update set external_id = excluded.external_id`,
    [workspace, record, externalId.slice(0, 300)],
  );
}
