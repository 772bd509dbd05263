import { type Expression, pathsOf } from '#kernel/expression/expression.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { recordCondition } from '../access/rights.ts';
import { compile } from '../expression/compile.ts';
import { type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';
import type { Context } from './context.ts';
import { type ListQuery, whereOf } from './list-query.ts';
import { reasonsOf, throughOf } from './reasons.ts';
import { isAlways, Scope } from './scope.ts';

/**
 * From how many records on, by PostgreSQL's own estimate, it is worth while; how many are few, and of those through
 * which they are seen; and how many of the latter can be looked for among.
 */
const limits = { from: 5_000, few: 1500, fewThrough: 300, through: 5000 };

/** What stands before a statement, and what it may ask then. */
export interface FewSeen {
  /** `with …` */
  readonly tables: Fragment;
  /** The table of the ids of the records that the actor sees; all of them where `direct`. */
  readonly ids: Fragment;
  /** By object, the tables of what the actor sees of those through which he sees records; all of it where `through`. */
  readonly collected: ReadonlyMap<string, Fragment>;
  readonly direct: Fragment;
  readonly through: Fragment;
}

/**
 * What an actor sees of an object, found by the reasons for which he sees it. In the order of a list, nearly all of a
 * million records would be asked, for somebody who sees three of them, before the first page is full: PostgreSQL knows
 * nothing of how many pass a condition on other records. Undefined when there is one reason, for which an index
 * serves, or one for which there is none, or when the question has a search or names an indexed field, by which few
 * are left to be asked.
 */
export function fewSeen(context: Context, object: ObjectModel, query: ListQuery): FewSeen | undefined {
  const condition = recordCondition(context.registry, object, 'read', context.actor);
  if (reasonsOf(condition).length < 2 || query.bin === true || query.q !== undefined) return undefined;
  const asked = pathsOf(whereOf(context, object, query.where));
  if (asked.some((path) => isIndexed(object, path))) return undefined;
  const tables = idsOf(context, object, limits.few);
  if (tables === undefined) return undefined;
  const others = [...tables.keys()].filter((name) => name !== object.name);
  const all = [...tables].map(([name, ids]) => sql`${tableOf(name)} as materialized (${ids})`);
  return {
    tables: sql`with ${join(all, ', ')}, few as materialized (${raw(fewness(context, object, others))}) `,
    ids: tableOf(object.name),
    collected: new Map(others.map((name) => [name, tableOf(name)])),
    direct: raw('(select direct from few)'),
    through: raw('(select through from few)'),
  };
}

/** Rows of an object under the alias `t`, and when it is these that are read. */
export interface Way {
  readonly scope: Scope;
  readonly from: Fragment;
  readonly when: readonly Fragment[];
}

/**
 * The ways to the rows that an actor may see, of which a statement takes one: from the few that he sees; through all
 * rows, looking for what he sees them by among what was collected of it; through all rows, asking of each.
 */
export function waysTo(context: Context, object: ObjectModel, few: FewSeen | undefined): readonly Way[] {
  const scope = new Scope(context, object, 't');
  const all = sql`${scope.table()} t`;
  if (few === undefined) return [{ scope, from: all, when: [] }];
  const knowing = () => new Scope(context, object, 't', false, few.collected);
  // Without the offset PostgreSQL would be free to read all rows and throw most away.
  const direct = sql`${few.ids} f cross join lateral (select * from ${scope.table()} r where r.id = f.id offset 0) t`;
  return [
    { scope: knowing(), from: direct, when: [few.direct] },
    ...(few.collected.size > 0
      ? [{ scope: knowing(), from: all, when: [few.through, sql`not ${few.direct}`] }]
      : []),
    { scope, from: all, when: [sql`not ${few.collected.size > 0 ? few.through : few.direct}`] },
  ];
}

/** Whether what was collected is all, each asked only when what it depends on holds. */
function fewness({ workspace }: Context, { name }: ObjectModel, others: readonly string[]): string {
  const table = `'${quoted(workspace.schema)}.${quoted(name)}'::regclass`;
  const size = `(select reltuples from pg_class where oid = ${table})`;
  const within = (object: string, most: number) => `(select count(*) from ${nameOf(object)}) <= ${most}`;
  const collected = others.map((object) => within(object, limits.through));
  const direct = [...others.map((object) => within(object, limits.fewThrough)), within(name, limits.few)];
  return `select through, case when through and ${direct.join(' and ')} then true else false end as direct
    from (select case when ${size} < ${limits.from} then false else ${['true', ...collected].join(' and ')} end as through offset 0) f`;
}

/**
 * Statements that collect ids, by object: no more than `most` and one, of this object and before it of those through
 * which it is seen.
 */
function idsOf(
  context: Context,
  object: ObjectModel,
  most: number,
): ReadonlyMap<string, Fragment> | undefined {
  const condition = recordCondition(context.registry, object, 'read', context.actor);
  if (isAlways(condition)) return undefined;
  const tables = new Map<string, Fragment>();
  const parts: Fragment[] = [];
  const limit = raw(`limit ${most + 1}`);
  for (const reason of reasonsOf(condition)) {
    const scope = new Scope(context, object, 's');
    const through = throughOf(context.registry, object, reason);
    const seen = through && idsOf(context, through.target, limits.through);
    if (through === undefined ? !isFound(object, reason) : seen === undefined) return undefined;
    for (const [name, ids] of seen ?? []) tables.set(name, ids);
    if (through === undefined) {
      const holds = compile(reason, scope);
      parts.push(sql`from ${scope.table()} s${scope.joins()} where s."deletedAt" is null and ${holds}`);
    } else {
      const column = raw(`s.${quoted(through.name)}`);
      // One after another by the reference's index: how many they are together PostgreSQL could only guess.
      parts.push(
        sql`from ${tableOf(through.target.name)} seen cross join lateral (select s.id from ${scope.table()} s where s."deletedAt" is null and ${column} = seen.id ${limit}) s`,
      );
    }
  }
  const each = parts.map((part) => sql`(select s.id ${part} ${limit})`);
  return tables.set(object.name, sql`select id from (${join(each, ' union ')}) s ${limit}`);
}

/** Whether an index finds the records for which a reason holds. */
function isFound(object: ObjectModel, reason: Expression): boolean {
  const asks = reason.node === 'call' ? reason.call : '';
  if (asks === 'visible' || asks === 'changeable') return false;
  return asks === 'has' || pathsOf(reason).every((path) => isIndexed(object, path));
}

export function isIndexed({ fields, declaration }: ObjectModel, path: string): boolean {
  const [name = ''] = path.split('.');
  return fields.get(name)?.indexed === true || declaration.indexes.some(([first]) => first === name);
}

function tableOf(object: string): Fragment {
  return raw(nameOf(object));
}

function nameOf(object: string): string {
  return quoted(`few_${object}`);
}
