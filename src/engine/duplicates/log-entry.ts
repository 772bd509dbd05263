import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { appendEvents, type EventRow } from '../records/event-rows.ts';
import { inputText } from '../records/input-rows.ts';
import { tableOf } from '../records/table.ts';
import { argument, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';

/** Writes an entry about a record into the log without changing the record, at its present version. */
export async function logEntry(
  context: Context,
  object: string,
  id: string,
  kind: string,
  changes: EventRow['changes'],
): Promise<void> {
  const { table } = tableOf(context, object);
  const read = compileStatement(sql`select version from ${table} where id = ${argument('id')}::uuid`);
  const [row] = await context.database.run(read.text, bind(read, bindingOf(context, { id })));
  const event: EventRow = { record: id, version: Number(row?.[0] ?? 1), kind, changes };
  const write = compileStatement(
    sql`with w as (select ${argument('id')}::uuid as id) ${appendEvents(context, object, 'w', 'one')}`,
  );
  await context.database.run(write.text, bind(write, bindingOf(context, { id, events: inputText([event]) })));
}
