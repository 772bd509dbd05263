import { argument, type Fragment, raw, sql } from '../sql/fragment.ts';

/**
 * How many rows a statement is given. For one PostgreSQL plans on one, and finds what it refers to by index; for
 * several it has to guess, and may read whole tables.
 */
export type Amount = 'one' | 'several';

export function amountOf(rows: readonly unknown[]): Amount {
  return rows.length === 1 ? 'one' : 'several';
}

/** The rows of a JSON argument, written by `inputText`, under an alias with these columns. */
export function inputRows(amount: Amount, name: string, alias: string, columns: readonly string[]): Fragment {
  const read = raw(amount === 'one' ? 'json_to_record' : 'json_to_recordset');
  return sql`${read}(${argument(name)}::json) as ${raw(alias)}(${raw(columns.join(', '))})`;
}

/** What `inputRows` reads. */
export function inputText(rows: readonly unknown[]): string {
  return JSON.stringify(rows.length === 1 ? rows[0] : rows);
}
