import { objectNamed } from '#kernel/registry.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { sortCollation } from '../records/cursor.ts';
import { Scope } from '../records/scope.ts';
import { argument, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';

export interface Existing {
  readonly id: string;
  /** Others have the same. */
  readonly several: boolean;
}

/** Live records that the actor may see, by the text of the field that tells them apart. */
export async function existingRecords(
  context: Context,
  objectName: string,
  field: string,
  texts: readonly string[],
): Promise<ReadonlyMap<string, Existing>> {
  if (texts.length === 0) return new Map();
  const scope = new Scope(context, objectNamed(context.registry, objectName), 't');
  const column = scope.column(field);
  const statement = compileStatement(
    sql`select ${column}::text, min(t.id::text), count(*) from ${scope.table()} t${scope.joins()} where (${column} ${raw(`collate ${sortCollation}`)}) = any(${argument('texts')}::text[]) and ${scope.condition('read')} group by 1`,
  );
  const rows = await context.database.run(statement.text, bind(statement, bindingOf(context, { texts })));
  return new Map(
    rows.map(([text, id, count]) => [text as string, { id: id as string, several: Number(count) > 1 }]),
  );
}
