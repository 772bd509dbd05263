import { type Complaint, Refusal } from '#kernel/problem.ts';
import { type ObjectModel, objectNamed } from '#kernel/registry.ts';
import { argument, join, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { refuseCircle } from './acyclic.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { decide } from './decide.ts';
import { appendEvents, changesOf } from './event-rows.ts';
import { selectionOf } from './list-query.ts';
import { PlanCache } from './plan-cache.ts';
import { knownId, mustEver, readRecord } from './read.ts';
import { recordJson } from './record-json.ts';
import { parseValues, type Values } from './record-values.ts';
import { Scope } from './scope.ts';
import { refuseStale } from './stale.ts';
import {
  brokenReferences,
  columnNames,
  insertLinks,
  isSearched,
  linkFields,
  recordset,
  searchRow,
  storedNames,
  storedRow,
} from './stored-rows.ts';
import { onField } from './violations.ts';

/**
 * Changes one record: reads it as the actor may, decides, and writes with its entry in the log, provided that nobody
 * wrote in between. Given the version that the caller saw, a newer record is a conflict; without one the latest is
 * taken, and a race with another writer is decided anew on what that writer left. Returns the record as JSON text.
 */
export async function updateRecord(
  context: Context,
  objectName: string,
  id: string,
  values: unknown,
  version?: number,
): Promise<string> {
  const object = objectNamed(context.registry, objectName);
  mustEver(context, objectName, 'update');
  for (let attempt = 0; attempt < 5; attempt++) {
    const before = await readForUpdate(context, object, id);
    if (version !== undefined && version !== before.version)
      await refuseStale(context, object, before, values, version);
    const complaints: Complaint[] = [];
    const given = parseValues(context, object, values, complaints, false);
    const { after, changed } = await decide(context, object, before, given, complaints);
    if (complaints.length > 0) throw new Refusal('invalid', complaints);
    if (changed.size === 0) return readRecord(context, objectName, id);
    const written = await write(context, object, id, before, after, [...changed]);
    if (written !== undefined) return written;
  }
  throw new Refusal('conflict', [{ field: 'version', code: 'tooBusy' }]);
}

const readPlans = new PlanCache<Statement>();

/** The record as read, refused unless the actor may change it too. */
async function readForUpdate(
  context: Context,
  object: ObjectModel,
  id: string,
): Promise<Values & { version: number }> {
  const statement = readPlans.get(context, object.name, () => {
    const scope = new Scope(context, object, 't');
    const stored = [...object.allFields]
      .filter(([, field]) => field.type !== 'formula' && field.type !== 'rollup')
      .map(([name]) => name);
    const record = recordJson(scope, stored);
    const [readable, writable] = [scope.condition('read'), scope.condition('update')];
    return compileStatement(
      sql`select ${record}, (${writable}) is true from ${scope.table()} t${scope.joins()} where t.id = ${argument('id')}::uuid and ${readable}`,
    );
  });
  const [row] = await context.database.run(
    statement.text,
    bind(statement, bindingOf(context, { id: knownId(id) })),
  );
  if (row === undefined) throw new Refusal('notFound');
  if (row[1] !== 't') throw new Refusal('forbidden');
  return JSON.parse(row[0] as string);
}

const writePlans = new PlanCache<Statement>();

/** One statement: check references, write if still at the version read, append to the log. */
async function write(
  context: Context,
  object: ObjectModel,
  id: string,
  before: Values & { version: number },
  after: Values,
  changed: readonly string[],
): Promise<string | undefined> {
  const stored = storedNames(object, changed);
  const links = linkFields(object, changed);
  const searched =
    isSearched(object) && changed.some((name) => object.fields.get(name)?.search !== undefined);
  const statement = writePlans.get(context, `${object.name}:${changed.join()}`, () =>
    updateStatement(context, object, stored, links, searched),
  );
  const row = {
    n: 0,
    id,
    version: before.version,
    ...storedRow(object, stored, after),
    ...Object.fromEntries(links.map((name) => [name, after[name] ?? []])),
    ...(searched ? { search: searchRow(object, after) } : {}),
  };
  const event = {
    record: id,
    version: before.version + 1,
    kind: context.verb ?? 'updated',
    changes: changesOf(before, after, changed),
  };
  const binding = bindingOf(context, { rows: JSON.stringify([row]), events: JSON.stringify([event]) });
  const run = async (database: Context['database']) => {
    await refuseCircle({ ...context, database }, object, id, after, changed);
    return database.run(statement.text, bind(statement, binding));
  };
  const guarded = changed.some((name) => object.fields.get(name)?.acyclic === true);
  const [result] = await onField(object, () =>
    guarded ? context.database.transaction(run) : run(context.database),
  );
  const bad = JSON.parse(result?.[0] ?? '[]') as readonly { field: string }[];
  if (bad.length > 0)
    throw new Refusal(
      'invalid',
      bad.map(({ field }) => ({ field, code: 'noSuchRecord' })),
    );
  const record = result?.[1] ?? undefined;
  return record === undefined || links.length === 0 ? record : readRecord(context, object.name, id);
}

function updateStatement(
  context: Context,
  object: ObjectModel,
  stored: readonly string[],
  links: readonly string[],
  searched: boolean,
): Statement {
  const scope = new Scope(context, object, 'w');
  const given = [
    'n int',
    'id uuid',
    'version int',
    ...recordset(object, stored),
    ...links.map((name) => `${quoted(name)} uuid[]`),
    ...(searched ? ['search text[]'] : []),
  ];
  const sets = columnNames(object, stored)
    .map((name) => `, ${quoted(name)} = i.${quoted(name)}`)
    .join('');
  const record = recordJson(scope, selectionOf(context, object, undefined));
  const linkWrites = links.map(
    (
      name,
    ) => sql`, ${raw(quoted(`unlink_${name}`))} as (delete from ${raw(`"${context.workspace.schema}".${quoted(`${object.name}_${name}`)}`)} l using i, w where l.source = w.id and l.target <> all(i.${raw(quoted(name))})),
    ${raw(quoted(`link_${name}`))} as (${insertLinks(scope, name, 'exists (select 1 from w where w.id = i.id)')} on conflict do nothing)`,
  );
  return compileStatement(sql`with i as materialized (select * from json_to_recordset(${argument('rows')}::json) as x(${raw(given.join(', '))})),
    bad as materialized (${brokenReferences(scope, stored)}),
    w as (update ${scope.table()} t set version = t.version + 1, "updatedAt" = ${{ slot: 'now' }}::timestamptz, "updatedBy" = ${{ slot: 'actor' }}::uuid${raw(sets)}${raw(searched ? ', search = array_to_tsvector(i.search)' : '')}
      from i where t.id = i.id and t.version = i.version and t."deletedAt" is null and not exists (select 1 from bad) returning t.*)${join(linkWrites, '')},
    e as (${appendEvents(context, object.name, 'w')})
    select (select json_agg(bad) from bad), (select ${record}::text from w${scope.joins()})`);
}
