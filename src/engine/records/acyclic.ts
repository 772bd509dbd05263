import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { quoted } from '../sql/fragment.ts';
import type { Context } from './context.ts';
import type { Values } from './record-values.ts';

/**
 * Refuses a reference that would lead back to the record itself. Runs in the transaction of the write; the lock keeps
 * two writers from closing a circle from both sides.
 */
export async function refuseCircle(
  context: Context,
  object: ObjectModel,
  id: string,
  after: Values,
  changed: readonly string[],
): Promise<void> {
  for (const name of changed) {
    if (object.fields.get(name)?.acyclic !== true || (after[name] ?? null) === null) continue;
    const table = `${quoted(context.workspace.schema)}.${quoted(object.name)}`;
    await context.database.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${table}.${name}`]);
    const column = quoted(name);
    const rows = await context.database.run(
      `with recursive up(id) as (select $1::uuid union select t.${column} from ${table} t join up on t.id = up.id where t.${column} is not null) select 1 from up where id = $2`,
      [after[name], id],
    );
    if (rows.length > 0) throw new Refusal('invalid', [{ field: name, code: 'circle' }]);
  }
}
