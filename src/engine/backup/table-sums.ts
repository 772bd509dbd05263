import type { Database } from '../database/database.ts';
import type { DescribedTable } from './described-schemas.ts';

/** How many rows a table has, and a number that changes when any of them does. */
export interface TableSum {
  readonly table: string;
  readonly rows: number;
  readonly sum: string;
}

/** Counts and sums up every row of these tables, as this connection sees them, in whatever order they lie. */
export async function tableSums(
  database: Database,
  tables: readonly DescribedTable[],
): Promise<readonly TableSum[]> {
  const sums: TableSum[] = [];
  for (const { name: table, columns, partial } of tables) {
    const rowText = partial === true ? `row(${columns.join(', ')})::text` : 't::text';
    const [row] = await database.run(
      `select count(*), coalesce(sum(hashtextextended(${rowText}, 0)), 0) from only ${table} t`,
    );
    sums.push({ table, rows: Number(row?.[0]), sum: row?.[1] ?? '0' });
  }
  return sums;
}

/** Sentences that say where two counts of the same tables differ; none when they agree. */
export function differences(before: readonly TableSum[], now: readonly TableSum[]): readonly string[] {
  const found = new Map(now.map((each) => [each.table, each]));
  return before.flatMap(({ table, rows, sum }) => {
    const other = found.get(table);
    if (other === undefined) return [`${table} is missing.`];
    if (other.rows !== rows) return [`${table} has ${other.rows} rows instead of ${rows}.`];
    return other.sum === sum ? [] : [`${table} has ${rows} rows, but not the same.`];
  });
}
