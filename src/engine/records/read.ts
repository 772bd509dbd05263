import { Refusal } from '#kernel/problem.ts';
import { objectNamed } from '#kernel/registry.ts';
import { mayEver } from '../access/rights.ts';
import { argument, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { selectionOf, wholeRecord } from './list-query.ts';
import { PlanCache } from './plan-cache.ts';
import { recordJson } from './record-json.ts';
import { Scope } from './scope.ts';

const plans = new PlanCache<Statement>();

/** One record as JSON text. A record that the actor may not see does not exist for him. */
export async function readRecord(
  context: Context,
  objectName: string,
  id: string,
  select?: readonly string[],
): Promise<string> {
  const statement = plans.get(context, `${objectName}#${select?.join() ?? ''}`, () => {
    const object = objectNamed(context.registry, objectName);
    const scope = new Scope(context, object, 't');
    const record = recordJson(
      scope,
      select === undefined ? wholeRecord(context, object) : selectionOf(context, object, select),
    );
    const readable = scope.condition('read');
    return compileStatement(
      sql`select ${record} from ${scope.table()} t${scope.joins()} where t.id = ${argument('id')}::uuid and ${readable}`,
    );
  });
  const rows = await context.database.run(
    statement.text,
    bind(statement, bindingOf(context, { id: knownId(id) })),
  );
  const record = rows[0]?.[0];
  if (record === undefined || record === null) throw new Refusal('notFound');
  return record;
}

/** An id as it may stand in a statement; anything else names no record. */
export function knownId(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) throw new Refusal('notFound');
  return id;
}

/** Refuses when the actor may do this with no record at all. */
export function mustEver(
  context: Context,
  objectName: string,
  operation: 'read' | 'update' | 'delete',
): void {
  const object = objectNamed(context.registry, objectName);
  if (!mayEver(context.registry, object, operation, context.actor)) throw new Refusal('forbidden');
}
