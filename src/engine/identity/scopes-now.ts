import type { Database } from '../database/database.ts';

/** Writes the scopes of a workspace's keys with each object called as it is called now. */
export async function writeScopesNow(
  database: Database,
  workspace: string,
  called: (object: string) => string,
): Promise<void> {
  const [there] = await database.run(`select to_regclass('guanxi.api_key') is not null`);
  if (there?.[0] !== 't') return;
  const rows = await database.run(
    `select distinct scope from guanxi.api_key, unnest(scopes) scope where workspace = $1 and scope like 'records:%'`,
    [workspace],
  );
  for (const [scope = ''] of rows) {
    const [records, object = '', access] = (scope ?? '').split(':');
    const now = [records, called(object), access].join(':');
    if (now !== scope)
      await database.run(
        `update guanxi.api_key set scopes = array_replace(scopes, $2, $3) where workspace = $1 and $2 = any(scopes)`,
        [workspace, scope, now],
      );
  }
}
