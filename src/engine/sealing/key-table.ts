/**
 * The keys of sealed values, each wrapped with the workspace's. Backups keep this table apart from all others, in one
 * piece for all of them, so that a key destroyed here is gone from those made before.
 */
export const keyTable = 'value_key';

export function keyTables(schema: string): string {
  return `
    create table if not exists ${schema}.${keyTable} (id uuid primary key, object text not null, record uuid not null, key text not null);
    create index if not exists ${keyTable}_record on ${schema}.${keyTable} (record);`;
}
