import { objectNamed } from '#kernel/registry.ts';
import { readableField } from '../access/rights.ts';
import { bindingOf } from '../records/binding.ts';
import type { Context } from '../records/context.ts';
import { writeCursor } from '../records/cursor.ts';
import { refuseAll } from '../records/list-query.ts';
import { PlanCache } from '../records/plan-cache.ts';
import { knownId, mustEver, readRecord } from '../records/read.ts';
import { argument, identifier, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { around } from './around.ts';
import { describeEntries, type Entry } from './describe-entries.ts';
import { type LoggedEntry, logged } from './logged-entry.ts';
import { presentObject } from './present-object.ts';
import { readTimelineCursor } from './timeline-cursor.ts';

export interface TimelineQuery {
  readonly limit: number;
  readonly cursor?: string;
  /** Kinds of entries, or objects; everything when absent. */
  readonly kinds?: readonly string[];
  /** Only what happened to these fields of the record itself: the history of a field. */
  readonly fields?: readonly string[];
}

export interface TimelinePage {
  readonly entries: readonly Entry[];
  readonly next?: string;
}

const plans = new PlanCache<Statement>();

/**
 * What happened to a record and around it, the latest first. Two statements for a page: one finds the entries in the
 * log, one the names and activities to tell them with; both within the actor's rights.
 */
export async function readTimeline(
  context: Context,
  objectName: string,
  id: string,
  query: TimelineQuery,
): Promise<TimelinePage> {
  mustEver(context, objectName, 'read');
  const { fields = null } = query;
  refuseAll(
    (fields ?? [])
      .filter((name) => !isRemembered(context, objectName, name))
      .map((name) => ({ field: name.slice(0, 100), code: 'unknownField' })),
  );
  const statement = plans.get(context, objectName, () => timelineStatement(context, objectName));
  const [at, sequence] = readTimelineCursor(query.cursor);
  const binding = bindingOf(context, {
    ...{
      id: knownId(id),
      kinds: query.kinds ?? null,
      fields: everyNameOf(context, objectName, fields),
      at,
      sequence,
      limit: query.limit + 1,
    },
  });
  const rows = await context.database.run(statement.text, bind(statement, binding));
  // Every record that a person sees has a history but one that was loaded without any.
  if (rows.length === 0 && query.cursor === undefined) await readRecord(context, objectName, id, ['id']);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  const entries = await describeEntries(
    context,
    page.map((row) => within(logged(context.registry, row), fields)),
  );
  return {
    entries,
    ...(rows.length > query.limit && last
      ? { next: writeCursor(Buffer.from(JSON.stringify([last[1], last[0]]))) }
      : {}),
  };
}

function timelineStatement(context: Context, objectName: string): Statement {
  const object = objectNamed(context.registry, objectName);
  const log = identifier(context.workspace.schema, 'event');
  const at = sql`case when e.kind = 'created' then coalesce(a.moment, e.at) else e.at end`;
  return compileStatement(sql`with a as materialized (${around(context, object)}),
    found as (select e.sequence, ${at} as at, e.kind, e.object, e.record, e.actor, e.changes, e.impersonator
      from a join ${log} e on e.record = a.record and ${presentObject(context.registry, 'e.object')} = a.object
      where exists (select 1 from a where a.object = '${raw(object.name)}' and a.record = ${argument('id')}::uuid)
      and (${argument('kinds')}::text[] is null or e.kind = any(${argument('kinds')}::text[]) or a.object = any(${argument('kinds')}::text[]))
      and (${argument('fields')}::text[] is null or (e.record = ${argument('id')}::uuid and e.changes ?| ${argument('fields')}::text[])))
    select sequence, to_json(at) #>> '{}', kind, object, record, actor, changes, impersonator from found
    where ${argument('at')}::timestamptz is null or (at, sequence) < (${argument('at')}::timestamptz, ${argument('sequence')}::bigint)
    order by at desc, sequence desc limit ${argument('limit')}::int`);
}

/** A field of the object whose changes are kept and that the actor may read. */
function isRemembered({ registry, actor }: Context, objectName: string, name: string): boolean {
  const object = objectNamed(registry, objectName);
  return object.fields.has(name) && readableField(registry, object, name, actor) !== undefined;
}

/** The entry with the changes asked for alone. */
function within(entry: LoggedEntry, fields: readonly string[] | null): LoggedEntry {
  if (fields === null) return entry;
  const changes = Object.entries(entry.changes).filter(([name]) => fields.includes(name));
  return { ...entry, changes: Object.fromEntries(changes) };
}

/** The fields with the names that they had before, under which older entries tell of them. */
function everyNameOf(
  { registry }: Context,
  objectName: string,
  fields: readonly string[] | null,
): readonly string[] | null {
  const own = objectNamed(registry, objectName).fields;
  return fields?.flatMap((name) => [name, ...(own.get(name)?.formerly ?? [])]) ?? null;
}
