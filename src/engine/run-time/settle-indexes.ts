import type { Database } from '../database/database.ts';
import type { DesiredIndex, DesiredTable } from '../schema/desired-tables.ts';
import { alikeIndex, companyIndex, ruleIndex } from '../schema/unique-sets.ts';
import { quoted } from '../sql/fragment.ts';

/**
 * Builds the indexes that are missing without holding anybody up, begins anew those that could not be finished, and
 * takes those of rules that no longer hold.
 */
export async function settleIndexes(
  database: Database,
  schema: string,
  tables: readonly DesiredTable[],
  which: (index: DesiredIndex) => boolean,
): Promise<void> {
  const rows = await database.run(
    `select c.relname, i.indisvalid from pg_index i join pg_class c on c.oid = i.indexrelid
     join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1`,
    [schema],
  );
  const present = new Map(rows.map(([name, valid]) => [name ?? '', valid === 't']));
  const wanted = tables.flatMap(({ name: table, indexes }) => indexes.map((index) => ({ table, index })));
  const drop = (name: string) =>
    database.run(`drop index concurrently if exists ${quoted(schema)}.${quoted(name)}`);
  for (const name of present.keys())
    if (
      [companyIndex, alikeIndex].some((end) => name.endsWith(end)) &&
      !wanted.some(({ index }) => index.name === name)
    )
      await drop(name);
  for (const { table, index } of wanted.filter(({ index: one }) => which(one) && !present.get(one.name))) {
    if (present.has(index.name)) await drop(index.name);
    const on = `${quoted(index.name)} on ${quoted(schema)}.${quoted(table)} ${index.definition}`;
    try {
      await database.run(`create ${index.unique ? 'unique ' : ''}index concurrently ${on}`);
    } catch (error) {
      await drop(index.name);
      // Values that repeat although a rule forbids it are told in the settings; they hold nothing else up.
      if (isRepeated(error) && index.name.endsWith(ruleIndex)) continue;
      throw error;
    }
  }
}

function isRepeated(error: unknown): boolean {
  return (error as { code?: string }).code === '23505';
}
