import type { Inverse, ObjectModel } from '#kernel/registry.ts';
import { linkTable } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { Scope } from '../records/scope.ts';
import { argument, type Fragment, identifier, join, quoted, raw, sql } from '../sql/fragment.ts';

/**
 * Rows (object, record, moment) of everything whose history belongs to a record's timeline and that the actor may see:
 * the record itself, records that refer to it, and activities that regard those. `moment` is when an activity took
 * place, which need not be when it was written down. It is for statements that answer nothing unless the record itself
 * is among the rows: what a record is seen by is not asked again of the records that refer to it, for the rights of an
 * activity, which ask everything that it could be about, take far longer to plan than to answer.
 */
export function around(context: Context, object: ObjectModel): Fragment {
  const inverses = object.inverses.filter(told);
  const near = [itself(context, object), ...inverses.map((inverse) => direct(context, object, inverse))];
  const all = [sql`select * from near`, ...regardsOf(context, inverses).map((far) => indirect(context, far))];
  return sql`with near (object, record, moment) as materialized (${join(near, ' union all ')})
    select object, record, max(moment) as moment from (${join(all, ' union all ')}) r group by object, record`;
}

function told({ field }: Inverse): boolean {
  return field.timeline !== false;
}

export function isActivity(object: ObjectModel): boolean {
  return object.declaration.traits.some(({ name }) => name === 'activity');
}

function objectOf(context: Context, inverse: Inverse): ObjectModel {
  return context.registry.objects.get(inverse.object) as ObjectModel;
}

function itself(context: Context, object: ObjectModel): Fragment {
  const scope = new Scope(context, object, 't');
  const readable = scope.condition('read');
  return sql`select '${raw(object.name)}', t.id, null::timestamptz from ${scope.table()} t${scope.joins()} where t.id = ${argument('id')}::uuid and ${readable}`;
}

/** Records that refer to the record. */
function direct(context: Context, object: ObjectModel, inverse: Inverse): Fragment {
  const child = objectOf(context, inverse);
  const scope = new Scope(context, child, 'c').leadsToSeen(inverse.name);
  const live = scope.condition('read');
  // That something is shared no longer is told as well.
  const readable =
    child.declaration.purpose === 'share' ? sql`((${live}) or (${scope.condition('read', 'bin')}))` : live;
  const refers = refersTo(context, inverse, 'c', sql`${argument('id')}::uuid`, raw(`'${object.name}'`));
  return sql`select '${raw(child.name)}', c.id, ${momentOf(child, 'c')} from ${scope.table()} c${scope.joins()} where ${refers} and ${readable}`;
}

/** A field by which an activity regards records of these objects. */
interface Regards {
  readonly inverse: Inverse;
  readonly targets: readonly ObjectModel[];
}

/** How activities regard the records that refer to a record: each field once, for the rights of an activity are long. */
function regardsOf(context: Context, inverses: readonly Inverse[]): readonly Regards[] {
  const objects = new Set(inverses.map((inverse) => objectOf(context, inverse)));
  const pairs = [...objects].flatMap((target) =>
    target.inverses
      .filter((inverse) => told(inverse) && isActivity(objectOf(context, inverse)))
      .map((inverse) => ({ inverse, target })),
  );
  const fields = Map.groupBy(pairs, ({ inverse }) => `${inverse.object}.${inverse.name}`);
  return [...fields.values()].flatMap((all) => {
    const [first] = all;
    return first ? [{ inverse: first.inverse, targets: all.map(({ target }) => target) }] : [];
  });
}

/** Activities that regard a record that refers to the record. */
function indirect(context: Context, { inverse, targets }: Regards): Fragment {
  const activity = objectOf(context, inverse);
  const scope = new Scope(context, activity, 'a').leadsToSeen(inverse.name);
  const readable = scope.condition('read');
  const regards = refersTo(context, inverse, 'a', raw('n.record'), raw('n.object'));
  const names = raw(targets.map(({ name }) => `'${name}'`).join(', '));
  return sql`select '${raw(activity.name)}', a.id, ${momentOf(activity, 'a')} from near n join ${scope.table()} a on ${regards}${scope.joins()} where n.object in (${names}) and ${readable}`;
}

function refersTo(
  context: Context,
  { object, name, field }: Inverse,
  alias: string,
  id: Fragment,
  type: Fragment,
): Fragment {
  const column = raw(`${alias}.${quoted(name)}`);
  if (field.type === 'regarding')
    return sql`${column} = ${id} and ${raw(`${alias}.${quoted(`${name}Object`)}`)} = ${type}`;
  if (field.type !== 'manyToMany') return sql`${column} = ${id}`;
  const links = identifier(context.workspace.schema, linkTable(object, name));
  return sql`exists (select 1 from ${links} l where l.source = ${raw(`${alias}.id`)} and l.target = ${id})`;
}

/** An activity that is listed by a time, the latest first, took place at that time. */
function momentOf(object: ObjectModel, alias: string): Fragment {
  const { defaultSort } = object.declaration;
  const name = defaultSort.slice(1);
  const dated = defaultSort.startsWith('-') && object.fields.get(name)?.type === 'dateTime';
  return isActivity(object) && dated ? raw(`${alias}.${quoted(name)}`) : raw('null::timestamptz');
}
