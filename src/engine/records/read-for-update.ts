import type { ObjectModel } from '#kernel/registry.ts';
import { argument, type Fragment, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { inputRows } from './input-rows.ts';
import { PlanCache } from './plan-cache.ts';
import { knownId } from './read.ts';
import { recordJson } from './record-json.ts';
import type { Values } from './record-values.ts';
import { Scope } from './scope.ts';
import { runShared, type SharedStatement, shareStatement } from './shared-statement.ts';

/** A record's stored values; what is computed from them is left out. */
export type Stored = Values & { readonly id: string; readonly version: number };

export interface Found {
  readonly record: Stored;
  /** Whether the actor may change it; that he may read it is certain. */
  readonly writable: boolean;
}

const plans = new PlanCache<Statement>();

/**
 * The records of these ids that the actor may read, in order of id. With `lock`, inside a transaction, nobody else
 * changes them until it ends; the order keeps two that lock many from waiting for each other.
 */
export async function readForUpdate(
  context: Context,
  object: ObjectModel,
  ids: readonly string[],
  lock = false,
): Promise<readonly Found[]> {
  // One id by equality: PostgreSQL keeps the plan of that, and plans a list of ids anew each time.
  const [only] = ids.length === 1 ? ids : [];
  const statement = plans.get(
    context,
    `${object.name}${lock ? '!' : ''}${only === undefined ? '*' : ''}`,
    () => {
      const scope = new Scope(context, object, 't', true);
      const { found, readable } = foundBy(scope);
      const sought =
        only === undefined
          ? sql`t.id = any(${argument('ids')}::uuid[])`
          : sql`t.id = ${argument('id')}::uuid`;
      return compileStatement(
        sql`select ${found} from ${scope.table()} t${scope.joins()} where ${sought} and ${readable}${raw(lock ? ' order by t.id for update of t' : '')}`,
      );
    },
  );
  const rows = await context.database.run(
    statement.text,
    bind(
      statement,
      bindingOf(context, only === undefined ? { ids: ids.map(knownId) } : { id: knownId(only) }),
    ),
  );
  return rows.map(([record, writable]) => foundIn(record, writable));
}

const sharedPlans = new PlanCache<SharedStatement>();

/** One record, as `readForUpdate` finds it, in one statement with others that are read at this moment. */
export async function readOneForUpdate(
  context: Context,
  object: ObjectModel,
  id: string,
): Promise<Found | undefined> {
  if (!context.database.pooled) return (await readForUpdate(context, object, [id]))[0];
  const statement = sharedPlans.get(context, object.name, () =>
    shareStatement((amount, caller) => {
      const scope = new Scope(context, object, 't', true);
      const { found, readable } = foundBy(scope);
      const rows = inputRows(amount, 'rows', 'i', ['n int', 'id uuid', ...caller]);
      return sql`select i.n, ${found} from ${rows} join ${scope.table()} t on t.id = i.id${scope.joins()} where ${readable}`;
    }),
  );
  const row = await runShared(context, statement, { id: knownId(id) });
  return row && foundIn(row[1], row[2]);
}

/** The columns of what is found, and the condition under which it is. */
function foundBy(scope: Scope): { readonly found: Fragment; readonly readable: Fragment } {
  const stored = [...scope.object.allFields]
    .filter(([, field]) => field.type !== 'formula' && field.type !== 'rollup')
    .map(([name]) => name);
  const record = recordJson(scope, stored);
  const [readable, writable] = [scope.condition('read'), scope.condition('update')];
  return { found: sql`${record}, (${writable}) is true`, readable };
}

function foundIn(record: string | null | undefined, writable: string | null | undefined): Found {
  return { record: JSON.parse(record as string), writable: writable === 't' };
}
