import { objectNamed } from '#kernel/registry.ts';
import { fieldRight, mayEver, recordCondition } from '../access/rights.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { PlanCache } from '../records/plan-cache.ts';
import { isAlways, Scope } from '../records/scope.ts';
import { argument, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import type { LogEntry } from './log-tail.ts';

/** Those of the entries whose records the actor may see now, without the names of fields hidden from him. */
export async function visibleEntries(
  context: Context,
  entries: readonly LogEntry[],
): Promise<readonly LogEntry[]> {
  const byObject = Map.groupBy(entries, ({ object }) => object);
  const visible = new Map<string, ReadonlySet<string>>();
  for (const [object, own] of byObject)
    visible.set(object, await visibleIds(context, object, [...new Set(own.map(({ id }) => id))]));
  return entries
    .filter(({ object, id }) => visible.get(object)?.has(id) === true)
    .map((entry) => ({
      ...entry,
      fields: entry.fields.filter((name) => maySee(context, entry.object, name)),
    }));
}

const plans = new PlanCache<Statement>();

/** A record in the bin is judged as it was when it was live: that it went there is news to those who could see it. */
async function visibleIds(
  context: Context,
  objectName: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { registry, actor } = context;
  if (!registry.objects.has(objectName)) return new Set();
  const object = objectNamed(registry, objectName);
  if (!mayEver(registry, object, 'read', actor)) return new Set();
  if (isAlways(recordCondition(registry, object, 'read', actor))) return new Set(ids);
  const statement = plans.get(context, objectName, () => {
    const scope = new Scope(context, object, 't');
    const [live, binned] = [scope.condition('read'), scope.condition('read', 'bin')];
    return compileStatement(
      sql`select t.id from ${scope.table()} t${scope.joins()} where t.id = any(${argument('ids')}::uuid[]) and ((${live}) or (${binned}))`,
    );
  });
  const rows = await context.database.run(statement.text, bind(statement, bindingOf(context, { ids })));
  return new Set(rows.map(([id]) => id as string));
}

function maySee(context: Context, object: string, name: string): boolean {
  const model = objectNamed(context.registry, object);
  return model.fields.has(name) && fieldRight(model, name, context.actor) !== 'hidden';
}
