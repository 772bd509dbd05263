import { Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { mayEver } from '../access/rights.ts';
import { argument, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { inputRows } from './input-rows.ts';
import { selectionOf, wholeRecord } from './list-query.ts';
import { PlanCache } from './plan-cache.ts';
import { recordJson } from './record-json.ts';
import { Scope } from './scope.ts';
import { runShared, type SharedStatement, shareStatement } from './shared-statement.ts';

interface ReadPlan {
  readonly alone: Statement;
  readonly shared: SharedStatement;
}

const plans = new PlanCache<ReadPlan>();

/** One record as JSON text. A record that the actor may not see does not exist for him. */
export async function readRecord(
  context: Context,
  objectName: string,
  id: string,
  select?: readonly string[],
): Promise<string> {
  const { alone, shared } = plans.get(context, `${objectName}#${select?.join() ?? ''}`, () =>
    planOf(context, objectNamed(context.registry, objectName), select),
  );
  const known = knownId(id);
  const row = !context.database.pooled
    ? (await context.database.run(alone.text, bind(alone, bindingOf(context, { id: known }))))[0]
    : await runShared(context, shared, { id: known });
  const record = row?.at(-1);
  if (record === undefined || record === null) throw new Refusal('notFound');
  return record;
}

function planOf(context: Context, object: ObjectModel, select: readonly string[] | undefined): ReadPlan {
  const paths = select === undefined ? wholeRecord(context, object) : selectionOf(context, object, select);
  const scope = new Scope(context, object, 't').gathering();
  const [record, readable] = [recordJson(scope, paths), scope.condition('read')];
  const alone = compileStatement(
    sql`select ${record} from ${scope.table()} t${scope.joins()} where t.id = ${argument('id')}::uuid and ${readable}`,
  );
  const shared = shareStatement((amount, caller) => {
    const rows = inputRows(amount, 'rows', 'i', ['n int', 'id uuid', ...caller]);
    return sql`select i.n, ${record} from ${rows} join ${scope.table()} t on t.id = i.id${scope.joins()} where ${readable}`;
  });
  return { alone, shared };
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
