import { quoted } from '../sql/fragment.ts';
import type { DesiredTable } from './desired-tables.ts';

/** The statement that makes a table. */
export function createTable(schema: string, table: DesiredTable): string {
  const columns = table.columns.map(
    ({ name, type, notNull }) => `${quoted(name)} ${type}${notNull ? ' not null' : ''}`,
  );
  return `create table ${quoted(schema)}.${quoted(table.name)} (${[...columns, `primary key (${table.key.map(quoted).join(', ')})`].join(', ')})`;
}
