import { carriedBy } from '#kernel/carried.ts';
import { circles } from '#kernel/circle.ts';
import { type Expression, pathsOf } from '#kernel/expression/expression.ts';
import type { ObjectModel } from '#kernel/registry.ts';
import { type Actor, circlesOf } from '../access/actor.ts';
import { recordCondition } from '../access/rights.ts';
import { carriedTable } from '../carried/carried-table.ts';
import { compile } from '../expression/compile.ts';
import { type Fragment, identifier, join, quoted, raw, sql } from '../sql/fragment.ts';
import type { Context } from './context.ts';
import { readCursor } from './cursor.ts';
import { isIndexed } from './few-seen.ts';
import { type ListQuery, ordersOf, whereOf } from './list-query.ts';
import { reasonsOf, throughOf } from './reasons.ts';
import { isAlways, Scope } from './scope.ts';

/** How many people a circle may be of, and how many records may be listed or shared, for each to be looked for. */
const limits = { people: 32, listed: 300 };

/** What an actor sees of an object, the newest first, as the ids that each reason for which he sees it gives. */
export interface SeenInOrder {
  /** `with …`, or nothing. */
  readonly tables: Fragment;
  /** Whether the ids are all, once they were looked for; absent where they always are. */
  readonly whole?: Fragment;
  /** So many records, all that follow the cursor. */
  readonly page: (most: Fragment) => Fragment;
  /** How many there are. */
  readonly count: Fragment;
}

/** Which of the circles around an actor are one person, few, or many: the text of statements depends on it. */
export function sizesOfCircles(actor: Actor): string {
  if (actor.unlimited) return '';
  const around = circlesOf(actor);
  return circles.map((circle) => sizeOf(around[circle])).join();
}

function sizeOf({ length }: readonly string[]): 'one' | 'few' | 'many' {
  if (length === 1) return 'one';
  return length <= limits.people ? 'few' : 'many';
}

/**
 * The newest of what somebody sees, though he sees it for several reasons: each reason gives as many as the page has,
 * in order by an index of its own, and the newest of these are the page. So it costs the same whether he sees all of a
 * million records or three of them. Undefined when some reason has no such index, when the order is another one, or
 * when the question has a search or names an indexed field, by which few are left to be asked.
 */
export function seenInOrder(
  context: Context,
  object: ObjectModel,
  query: ListQuery,
): SeenInOrder | undefined {
  if (carriedBy(object.declaration).length === 0 || query.bin === true || query.q !== undefined)
    return undefined;
  if (!isNewestFirst(context, object, query)) return undefined;
  if (pathsOf(whereOf(context, object, query.where)).some((path) => isIndexed(object, path)))
    return undefined;
  const reasons = reasonsOf(recordCondition(context.registry, object, 'read', context.actor));
  const found = new Found(context, object, query);
  return reasons.every((reason) => found.add(reason)) ? found.all() : undefined;
}

function isNewestFirst(context: Context, object: ObjectModel, { sort }: ListQuery): boolean {
  const [first, ...further] = ordersOf(context, object, sort);
  return first?.path === 'createdAt' && first.descending && further.length === 0;
}

/** Ids with their time of creation, of which so many are wanted, those after the cursor alone unless all are counted. */
type Branch = (most: Fragment | undefined) => Fragment;

/** Gathers the branches of reasons. */
class Found {
  readonly #branches: Branch[] = [];
  readonly #tables: Fragment[] = [];
  readonly #context: Context;
  readonly #object: ObjectModel;
  readonly #query: ListQuery;

  constructor(context: Context, object: ObjectModel, query: ListQuery) {
    this.#context = context;
    this.#object = object;
    this.#query = query;
  }

  all(): SeenInOrder | undefined {
    if (this.#branches.length === 0) return undefined;
    const whole = this.#tables.map(
      (_, n) => sql`(select count(*) from ${listed(n)}) <= ${raw(String(limits.listed))}`,
    );
    return {
      tables: this.#tables.length === 0 ? raw('') : sql`with ${join(this.#tables, ', ')} `,
      ...(whole.length > 0 && { whole: join(whole, ' and ') }),
      // Each branch is in order, so that they are merged and read no further than the page goes.
      page: (most) => {
        const branches = this.#branches.map((branch) => branch(most));
        const ids = sql`select distinct on (u."createdAt", u.id) u.id from (${join(branches, ' union all ')}) u ${newest('u', 'id', most)}`;
        return sql`select r.* from ${this.#scope().table()} r where r.id = any(array(${ids}))`;
      },
      count: sql`select count(*) from (${join(
        this.#branches.map((branch) => branch(undefined)),
        ' union ',
      )}) u`,
    };
  }

  /** Whether the records for which the reason holds are found in order, or are few. */
  add(reason: Expression): boolean {
    const seen = throughOf(this.#context.registry, this.#object, reason);
    if (seen !== undefined) return this.#addThrough(seen.name, seen.target);
    const held = this.#heldBy(this.#object, reason);
    if (held === undefined || !this.#has(held.path)) return this.#addListed('id', this.#object, reason);
    this.#branches.push((most) => this.#each(held, this.#owned(held, most), most));
    return true;
  }

  /** What is seen through another object's records, by each reason for which those are seen. */
  #addThrough(reference: string, target: ObjectModel): boolean {
    const condition = recordCondition(this.#context.registry, target, 'read', this.#context.actor);
    if (isAlways(condition)) return false;
    return reasonsOf(condition).every((reason) => {
      const held = this.#heldBy(target, reason);
      if (held === undefined || !this.#has(`${reference}.${held.path}`))
        return this.#addListed(reference, target, reason);
      this.#branches.push((most) => this.#each(held, this.#carried(reference, held, most), most));
      return true;
    });
  }

  /** Records by what they carry of those through which they are seen. */
  #carried(reference: string, held: Held, most: Fragment | undefined): Fragment {
    const side = identifier(
      this.#context.workspace.schema,
      carriedTable(this.#object.name, { reference, field: held.path }),
    );
    const key = sql`${held.holds(raw('s.value'))}${this.#after('s', 'record', most)}`;
    const order = newest('s', 'record', most, held.nobody && raw('s.value'));
    const asked = this.#asked();
    if (asked === undefined)
      return sql`select s.record as id, s."createdAt" from ${side} s where ${key} ${order}`;
    const scope = this.#scope();
    const where = asked(scope);
    // Without the offset PostgreSQL would be free to read all rows and throw most away.
    return sql`select s.record as id, s."createdAt" from ${side} s cross join lateral (select * from ${scope.table()} r where r.id = s.record offset 0) t${scope.joins()}
      where ${key} and ${where} ${order}`;
  }

  /** Records that somebody stands in a list of or that are shared with him, or that refer to such: not many. */
  #addListed(reference: string, target: ObjectModel, reason: Expression): boolean {
    if (reason.node !== 'call' || !['has', 'shared'].includes(reason.call)) return false;
    const other = new Scope(this.#context, target, 's');
    const holds = compile(reason, other);
    const table = listed(this.#tables.length);
    this.#tables.push(
      sql`${table} as materialized (select s.id from ${other.table()} s${other.joins()} where s."deletedAt" is null and ${holds} limit ${raw(String(limits.listed + 1))})`,
    );
    this.#branches.push((most) => {
      const scope = this.#scope();
      const live = raw(`r.${quoted(reference)} = o.id and r."deletedAt" is null`);
      const where = this.#asked()?.(scope) ?? raw('true');
      return sql`(select t.id, t."createdAt" from ${table} o cross join lateral (select * from ${scope.table()} r where ${live} offset 0) t${scope.joins()}
        where ${where}${this.#after('t', 'id', most)} ${newest('t', 'id', most)})`;
    });
    return true;
  }

  #owned(held: Held, most: Fragment | undefined): Fragment {
    const scope = this.#scope();
    const where = this.#asked()?.(scope) ?? raw('true');
    const column = scope.column(held.path);
    return sql`select t.id, t."createdAt" from ${scope.table()} t${scope.joins()} where t."deletedAt" is null and ${held.holds(column)} and ${where}${this.#after('t', 'id', most)} ${newest('t', 'id', most, held.nobody && column)}`;
  }

  /** One after the other for each of a circle of people, whose newest are not in one order. */
  #each({ people }: Held, rows: Fragment, most: Fragment | undefined): Fragment {
    return people === undefined
      ? sql`(${rows})`
      : sql`(select b.id, b."createdAt" from unnest((select ${people}::uuid[])) o(value) cross join lateral (${rows}) b ${newest('b', 'id', most)})`;
  }

  #scope(): Scope {
    return new Scope(this.#context, this.#object, 't');
  }

  /** What else is asked of the records, if anything. */
  #asked(): ((scope: Scope) => Fragment) | undefined {
    const where = whereOf(this.#context, this.#object, this.#query.where);
    return isAlways(where) ? undefined : (scope) => compile(where, scope);
  }

  #after(alias: string, id: string, most: Fragment | undefined): Fragment {
    if (most === undefined || this.#query.cursor === undefined) return raw('');
    const [at, last] = readCursor(this.#query.cursor, 1);
    return sql` and (${raw(alias)}."createdAt", ${raw(`${alias}.${id}`)}) < ((select ${at}::timestamptz), (select ${last}::uuid))`;
  }

  #has(path: string): boolean {
    return this.#object.declaration.indexes.some((index) => index.join() === `${path},-createdAt`);
  }

  /** The field that says it, and how, when a reason holds by whom the field names. */
  #heldBy(object: ObjectModel, reason: Expression): Held | undefined {
    if (reason.node !== 'call') return undefined;
    const [path, whom] = reason.inputs;
    if (path?.node !== 'path' || object.fields.get(path.path)?.type !== 'user') return undefined;
    if (reason.call === 'isNull')
      return { path: path.path, nobody: true, holds: (column) => sql`${column} is null` };
    if (whom?.node !== 'given') return undefined;
    const slot = { slot: whom.name };
    if (reason.call === 'eq' && whom.name === 'actor')
      return { path: path.path, holds: (column) => sql`${column} = ${slot}::uuid` };
    const circle = circles.find((each) => each === whom.name);
    if (reason.call !== 'in' || circle === undefined) return undefined;
    const size = sizeOf(circlesOf(this.#context.actor)[circle]);
    if (size === 'many') return undefined;
    if (size === 'one') return { path: path.path, holds: (column) => sql`${column} = (${slot}::uuid[])[1]` };
    return { path: path.path, people: sql`${slot}`, holds: (column) => sql`${column} = o.value` };
  }
}

interface Held {
  readonly path: string;
  /** The ids of several people. */
  readonly people?: Fragment;
  /** That it names none: PostgreSQL sorts all such rows unless the order begins with the column, as the index does. */
  readonly nobody?: true;
  /** Of the column, or of the one that carries it. */
  readonly holds: (column: Fragment) => Fragment;
}

function newest(alias: string, id: string, most: Fragment | undefined, first?: Fragment): Fragment {
  return most === undefined
    ? raw('offset 0')
    : sql`order by ${first ? sql`${first}, ` : raw('')}${raw(`${alias}."createdAt" desc nulls last, ${alias}.${id} desc`)} limit ${most}`;
}

function listed(number: number): Fragment {
  return raw(`listed${number}`);
}
