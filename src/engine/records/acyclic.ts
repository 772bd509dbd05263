import { Refusal } from '#kernel/problem.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { linkTable } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';
import type { Context } from './context.ts';

/** The fields among these by which no record may lead back to itself. */
export function acyclicFields(object: ObjectModel, names: readonly string[]): readonly string[] {
  return names.filter((name) => object.fields.get(name)?.acyclic === true);
}

/**
 * Writes these records, and refuses that when one of them leads back to itself then, whichever of them closes the circle.
 * Runs in the transaction of the write; the lock keeps two writers from closing a circle from both sides.
 */
export async function withoutCircle<Result>(
  context: Context,
  object: ObjectModel,
  changed: readonly string[],
  ids: readonly string[],
  write: () => Promise<Result>,
): Promise<Result> {
  const fields = acyclicFields(object, changed);
  // In one order, so that nobody waits for somebody who waits for him.
  for (const name of fields.toSorted())
    await context.database.run('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${context.workspace.schema}.${object.name}.${name}`,
    ]);
  const result = await write();
  for (const name of fields) await refuseCircle(context, object, name, ids);
  return result;
}

async function refuseCircle(
  context: Context,
  object: ObjectModel,
  name: string,
  ids: readonly string[],
): Promise<void> {
  const many = object.fields.get(name)?.type === 'manyToMany';
  const table = `${quoted(context.workspace.schema)}.${quoted(many ? linkTable(object.name, name) : object.name)}`;
  const [from, to] = many ? ['source', 'target'] : ['id', quoted(name)];
  const rows = await context.database.run(
    `with recursive way(start, id) as (
      select ${from}, ${to} from ${table} where ${from} = any($1::uuid[]) and ${to} is not null
      union select way.start, step.${to} from way join ${table} step on step.${from} = way.id where step.${to} is not null
    ) select 1 from way where start = id limit 1`,
    [ids],
  );
  if (rows.length > 0) throw new Refusal('invalid', [{ field: name, code: 'circle' }]);
}
