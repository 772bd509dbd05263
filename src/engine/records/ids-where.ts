import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import type { Operation } from '../access/rights.ts';
import { compile } from '../expression/compile.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { whereOf } from './list-query.ts';
import { Scope } from './scope.ts';

/** The most records that one verb may touch at a time. */
const most = 100_000;

/** The ids of all live records that the condition finds and with which the actor may do this. */
export async function idsWhere(
  context: Context,
  objectName: string,
  operation: Operation,
  where: unknown,
): Promise<readonly string[]> {
  const statement = compileStatement(
    sql`select t.id ${found(context, objectName, operation, where)} order by t.id limit ${raw(String(most + 1))}`,
  );
  const rows = await context.database.run(statement.text, bind(statement, bindingOf(context)));
  if (rows.length > most)
    throw new Refusal('invalid', [{ field: '', code: 'tooMany', parameters: { most } }]);
  return rows.map(([id]) => id as string);
}

/** From where such records come, and under which condition: the end of a statement about `t`. */
export function found(context: Context, objectName: string, operation: Operation, where: unknown): Fragment {
  const object = objectNamed(context.registry, objectName);
  const scope = new Scope(context, object, 't');
  const condition = sql`${scope.condition('read')} and ${scope.condition(operation)} and ${compile(whereOf(context, object, where), scope)}`;
  return sql`from ${scope.table()} t${scope.joins()} where ${condition}`;
}
