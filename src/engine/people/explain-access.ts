import { always, type Expression } from '#kernel/expression/expression.ts';
import type { Grant } from '#kernel/policy.ts';
import { Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import type { Actor } from '../access/actor.ts';
import { conditionOn } from '../access/condition-on.ts';
import { grantedTo, mayEver, type Operation, scopeCondition } from '../access/rights.ts';
import { isShareable } from '../access/shared.ts';
import { compile } from '../expression/compile.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { knownId } from '../records/read.ts';
import { readForUpdate } from '../records/read-for-update.ts';
import { Scope } from '../records/scope.ts';
import { argument, type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement } from '../sql/statement.ts';
import { loadActor } from './load-actor.ts';

/** What somebody may do with one record, and everything that lets him. */
export interface Access {
  readonly person: { readonly id: string; readonly name: string };
  readonly may: Readonly<Record<Operation, boolean>>;
  readonly reasons: readonly Reason[];
}

/**
 * One thing that lets him, and what it lets him do: that he is an administrator, what one of his roles grants by a
 * scope, a part of a scope's condition, a share or a rule.
 */
export interface Reason {
  readonly kind: 'administrator' | 'role' | 'share' | 'rule';
  readonly operations: readonly Operation[];
  readonly role?: string;
  /** The name of the scope, or the condition itself. */
  readonly scope?: unknown;
  /** The share or rule. */
  readonly id?: string;
  readonly name?: string;
  readonly audience?: { readonly object: string | null; readonly name: string };
  readonly until?: string | null;
  readonly by?: string | null;
}

const operations: readonly Operation[] = ['read', 'update', 'delete'];

/**
 * Why a person can reach a record: asked by himself, or by whoever may change the record. Two statements, one to know
 * the person and one that tries all his reasons on the record.
 */
export async function explainAccess(
  context: Context,
  objectName: string,
  id: string,
  personId: string,
): Promise<Access> {
  const { registry, workspace, database, actor } = context;
  const object = objectNamed(registry, objectName);
  if (!mayEver(registry, object, 'read', actor)) throw new Refusal('forbidden');
  const [own] = await readForUpdate(context, object, [id]);
  if (own === undefined) throw new Refusal('notFound');
  if (!own.writable && personId !== actor.id) throw new Refusal('forbidden');
  const person = await loadActor(database, registry, workspace.schema, knownId(personId));
  if (person === undefined) throw new Refusal('invalid', [{ field: 'person', code: 'noSuchRecord' }]);
  const tried = attempts(context, object, person);
  const statement = compileStatement(statementOf({ ...context, actor: person }, object, tried));
  const [row] = await database.run(
    statement.text,
    bind(statement, bindingOf({ ...context, actor: person }, { id: knownId(id) })),
  );
  const [may, held, shares, rules] = (row ?? []).map((text) => JSON.parse(text ?? 'null'));
  return {
    person: { id: personId, name: person.name },
    may,
    reasons: [
      ...(person.unlimited ? [{ kind: 'administrator' as const, operations }] : []),
      ...merged(tried.filter((_, index) => held[index])),
      ...(shares ?? []),
      ...(rules ?? []),
    ]
      .map((reason: Reason) => ({
        ...reason,
        operations: reason.operations.filter((operation) => may[operation]),
      }))
      .filter((reason) => reason.operations.length > 0),
  };
}

interface Attempt {
  readonly role: string;
  readonly scope: unknown;
  readonly operation: Operation;
  readonly condition: Expression;
}

/** Every part of what his roles grant, each to be tried alone. */
function attempts({ registry }: Context, object: ObjectModel, person: Actor): readonly Attempt[] {
  return grantedTo(object, person).flatMap(({ role, grant }) =>
    operations.flatMap((operation) =>
      partsOf(grant[operation]).map((scope) => ({
        role,
        scope,
        operation,
        condition: scopeCondition(registry, object, scope as never, person),
      })),
    ),
  );
}

/** A condition that is met in several ways, way by way. */
function partsOf(scope: Grant['read']): readonly unknown[] {
  if (scope === undefined || scope === 'none') return [];
  const ways = typeof scope === 'object' && 'or' in scope ? scope.or : undefined;
  return Array.isArray(ways) ? ways : [scope];
}

function merged(held: readonly Attempt[]): readonly Reason[] {
  const groups = Map.groupBy(held, ({ role, scope }) => JSON.stringify([role, scope]));
  return [...groups.values()].map((alike) => ({
    kind: 'role',
    role: alike[0]?.role ?? '',
    scope: alike[0]?.scope,
    operations: alike.map(({ operation }) => operation),
  }));
}

function statementOf(context: Context, object: ObjectModel, tried: readonly Attempt[]): Fragment {
  const scope = new Scope(context, object, 't');
  const may = join(
    operations.map((operation) => sql`'${raw(operation)}', (${scope.condition(operation)}) is true`),
    ', ',
  );
  const held = tried.map(({ condition }) =>
    condition === always ? raw('true') : sql`(${compile(condition, scope)}) is true`,
  );
  const found = sql`json_build_object(${may}), json_build_array(${join(held, ', ')}), ${sharesOf(context, object)}, ${rulesOf(context, object, scope)}`;
  return sql`select ${found} from ${scope.table()} t${scope.joins()} where t.id = ${argument('id')}::uuid`;
}

const granted = `case access when 'update' then '["read","update"]' else '["read"]' end::json`;

/** The shares of the record that reach the person. */
function sharesOf({ registry, workspace }: Context, object: ObjectModel): Fragment {
  const share = registry.purposes.get('share');
  if (share === undefined || !isShareable(object)) return raw('null');
  const place = (name: string) => `${quoted(workspace.schema)}.${quoted(name)}`;
  const targets = share.fields.get('recipient')?.targets ?? [];
  const names = targets
    .map((name) => `select id, name, '${name}' as object from ${place(name)}`)
    .join(' union all ');
  const reached = sql`s.record = t.id and s."recordObject" = '${raw(object.name)}' and s.audience = any(${{ slot: 'audiences' }}::text[]) and s."deletedAt" is null and (s.until is null or s.until >= ${{ slot: 'today' }}::date)`;
  return sql`(select json_agg(json_build_object('kind', 'share', 'id', s.id, 'name', s.reason, 'operations', ${raw(granted)}, 'until', s.until, 'by', b.name, 'audience', json_build_object('object', a.object, 'name', coalesce(a.name, s.audience))))
    from ${raw(place(share.name))} s left join (${raw(names)}) a on a.id = s.recipient left join ${raw(place(registry.people))} b on b.id = s."createdBy" where ${reached})`;
}

/** The rules that share the record with the person. */
function rulesOf({ registry, workspace, actor }: Context, object: ObjectModel, scope: Scope): Fragment {
  const rule = registry.purposes.get('sharingRule');
  const own = (actor.standing?.rules ?? []).filter((one) => one.object === object.name);
  if (rule === undefined || own.length === 0) return raw('null');
  const met = own.map(
    ({ id, where }) => sql`(r.id = ${id}::uuid and ${compile(conditionOn(registry, object, where), scope)})`,
  );
  const table = raw(`${quoted(workspace.schema)}.${quoted(rule.name)}`);
  return sql`(select json_agg(json_build_object('kind', 'rule', 'id', r.id, 'name', r.name, 'operations', ${raw(granted)})) from ${table} r where ${join(met, ' or ')})`;
}
