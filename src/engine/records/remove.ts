import { Refusal } from '#kernel/problem.ts';
import { asWhole, type Inverse, type ObjectModel, objectNamed, wholeOf } from '#kernel/registry.ts';
import { uuidv7 } from '../database/uuid.ts';
import { keepAlone } from '../occurrences/keep-alone.ts';
import { argument, type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';
import { bind, compileStatement, type Statement } from '../sql/statement.ts';
import { bindingOf } from './binding.ts';
import type { Context } from './context.ts';
import { appendEvents } from './event-rows.ts';
import { inputText } from './input-rows.ts';
import { addUpAnew, keepTotals } from './kept-totals.ts';
import { PlanCache } from './plan-cache.ts';
import { knownId, mustEver, readRecord } from './read.ts';
import { Scope } from './scope.ts';
import { tableOf } from './table.ts';
import { onField } from './violations.ts';

const plans = new PlanCache<Statement>();

/**
 * Puts a record into the bin, and with it the records that are part of it. References to it stay, so that taking it
 * out again restores everything; a reference that restricts refuses the deletion while its record is live.
 */
export async function removeRecord(
  context: Context,
  objectName: string,
  id: string,
  version?: number,
): Promise<void> {
  mustEver(context, objectName, 'delete');
  await context.database.transaction((database) =>
    moveToBin({ ...asWhole(context), database }, objectName, knownId(id), uuidv7(), version),
  );
}

async function moveToBin(
  context: Context,
  objectName: string,
  id: string,
  batch: string,
  version?: number,
): Promise<void> {
  const object = objectNamed(context.registry, objectName);
  const [seen] = await context.database.run(...bound(context, seenStatement(context, object), { id }));
  if (seen === undefined) throw new Refusal('notFound');
  if (seen[1] !== 't') throw new Refusal('forbidden');
  if (version !== undefined && Number(seen[0]) !== version)
    throw new Refusal('conflict', [
      { field: 'version', code: 'stale', parameters: { yours: version, current: Number(seen[0]) } },
    ]);
  for (const inverse of object.inverses)
    if (inverse.field.onDelete === 'restrict') await refuseWhileReferred(context, inverse, id);
  const event = { record: id, version: Number(seen[0]) + 1, kind: 'deleted', changes: {} };
  await context.database.run(
    ...bound(context, markStatement(context, object, 'deleted'), {
      id,
      batch,
      events: inputText([event]),
    }),
  );
  // Parts follow the whole, whose totals stay what they were.
  for (const inverse of object.inverses)
    if (inverse.field.onDelete === 'cascade') await binChildren(context, inverse, id, batch);
  await keepTotals(context, object, [id]);
}

function seenStatement(context: Context, object: ObjectModel): Statement {
  return plans.get(context, `${object.name}?`, () => {
    const scope = new Scope(context, object, 't');
    const [readable, removable] = [scope.condition('read'), scope.condition('delete')];
    return compileStatement(
      sql`select t.version, (${removable}) is true from ${scope.table()} t${scope.joins()} where t.id = ${argument('id')}::uuid and ${readable} for update of t`,
    );
  });
}

function markStatement(context: Context, object: ObjectModel, kind: 'deleted' | 'restored'): Statement {
  return plans.get(context, `${object.name}!${kind}`, () => {
    const { table } = tableOf(context, object.name);
    const set =
      kind === 'deleted'
        ? sql`"deletedAt" = ${{ slot: 'now' }}::timestamptz, "deletedWith" = ${argument('batch')}::uuid`
        : sql`"deletedAt" = null, "deletedWith" = null`;
    return compileStatement(sql`with w as (update ${table} set version = version + 1, "updatedAt" = ${{ slot: 'now' }}::timestamptz, "updatedBy" = ${{ slot: 'actor' }}::uuid, ${set} where id = ${argument('id')}::uuid returning id),
      e as (${appendEvents(context, object.name, 'w', 'one')}) select id from w`);
  });
}

async function refuseWhileReferred(context: Context, inverse: Inverse, id: string): Promise<void> {
  const { text } = tableOf(context, inverse.object);
  const rows = await context.database.run(
    `select count(*) from (select 1 from ${text} where ${quoted(inverse.name)} = $1 and "deletedAt" is null limit 100) r`,
    [id],
  );
  const count = Number(rows[0]?.[0]);
  if (count > 0)
    throw new Refusal('conflict', [
      { field: inverse.name, code: 'stillReferred', parameters: { object: inverse.object, count } },
    ]);
}

/** Children that are part of the record follow it, whatever the actor may do with them on their own. */
async function binChildren(context: Context, inverse: Inverse, id: string, batch: string): Promise<void> {
  const { text } = tableOf(context, inverse.object);
  const children = await context.database.run(
    `select id, version from ${text} where ${quoted(inverse.name)} = $1 and "deletedAt" is null for update`,
    [id],
  );
  const child = objectNamed(context.registry, inverse.object);
  for (const [childId, version] of children) {
    for (const deeper of child.inverses.filter(({ field }) => field.onDelete === 'cascade'))
      await binChildren(context, deeper, childId as string, batch);
    const event = { record: childId, version: Number(version) + 1, kind: 'deleted', changes: {} };
    await context.database.run(
      ...bound(context, markStatement(context, child, 'deleted'), {
        id: childId,
        batch,
        events: inputText([event]),
      }),
    );
  }
  await keepTotals(
    context,
    child,
    children.map(([childId]) => childId as string),
  );
}

/** Takes a record out of the bin with everything that went there with it. Returns it as JSON text. */
export async function restoreRecord(context: Context, objectName: string, id: string): Promise<string> {
  mustEver(context, objectName, 'delete');
  await context.database.transaction((database) =>
    takeOut(
      { ...asWhole(context), database },
      objectNamed(wholeOf(context.registry), objectName),
      knownId(id),
    ),
  );
  return readRecord(context, objectName, id);
}

async function takeOut(context: Context, object: ObjectModel, id: string): Promise<void> {
  const scope = new Scope(context, object, 't');
  const removable = scope.condition('delete', 'bin');
  const statement = compileStatement(
    sql`select t."deletedWith" from ${scope.table()} t${scope.joins()} where t.id = ${argument('id')}::uuid and ${removable} for update of t`,
  );
  const [row] = await context.database.run(...bound(context, statement, { id }));
  if (row === undefined) throw new Refusal('notFound');
  // An object that unites others has no records of its own.
  const own = [...context.registry.objects.values()].filter(
    ({ declaration }) => declaration.unites === undefined,
  );
  const together: Fragment[] = own.map(
    ({ name }) =>
      sql`select '${raw(name)}' as object, id, version from ${tableOf(context, name).table} where "deletedWith" = ${argument('batch')}::uuid`,
  );
  const all = compileStatement(join(together, ' union all '));
  const restored = await context.database.run(...bound(context, all, { batch: row[0] }));
  for (const [name, recordId, version] of restored) {
    const model = objectNamed(context.registry, name as string);
    const event = { record: recordId, version: Number(version) + 1, kind: 'restored', changes: {} };
    await onField(model, () =>
      context.database.run(
        ...bound(context, markStatement(context, model, 'restored'), {
          id: recordId,
          events: inputText([event]),
        }),
      ),
    );
  }
  for (const [name, records] of Map.groupBy(restored, ([of]) => of as string)) {
    const model = objectNamed(context.registry, name);
    const ids = records.map(([, recordId]) => recordId as string);
    await addUpAnew(context, model, ids);
    await keepTotals(context, model, ids);
    await keepAlone(context, model, ids);
  }
}

function bound(
  context: Context,
  statement: Statement,
  values: Readonly<Record<string, unknown>>,
): [string, unknown[]] {
  return [statement.text, bind(statement, bindingOf(context, values))];
}
