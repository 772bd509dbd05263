import type { Inverse, ObjectModel } from '#kernel/registry.ts';
import { linkTable } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { Scope } from '../records/scope.ts';
import { argument, type Fragment, identifier, join, quoted, raw, sql } from '../sql/fragment.ts';

/**
 * Rows (object, record, moment) of everything whose history belongs to a record's timeline and that the actor may see:
 * the record itself, records that refer to it, and activities that regard those. `moment` is when an activity took
 * place, which need not be when it was written down.
 */
export function around(context: Context, object: ObjectModel): Fragment {
  const self = new Scope(context, object, 't');
  const readable = self.condition('read');
  const parts = [
    sql`select '${raw(object.name)}' as object, t.id as record, null::timestamptz as moment from ${self.table()} t${self.joins()} where t.id = ${argument('id')}::uuid and ${readable}`,
    ...object.inverses.filter(told).flatMap((inverse) => [
      direct(context, object, inverse),
      ...objectOf(context, inverse)
        .inverses.filter((further) => told(further) && isActivity(objectOf(context, further)))
        .map((further) => indirect(context, object, inverse, further)),
    ]),
  ];
  return sql`select object, record, max(moment) as moment from (${join(parts, ' union all ')}) r group by object, record`;
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

/** Records that refer to the record. */
function direct(context: Context, object: ObjectModel, inverse: Inverse): Fragment {
  const child = objectOf(context, inverse);
  const scope = new Scope(context, child, 'c');
  const readable = scope.condition('read');
  const refers = refersTo(context, inverse, 'c', sql`${argument('id')}::uuid`, object);
  return sql`select '${raw(child.name)}', c.id, ${momentOf(child, 'c')} from ${scope.table()} c${scope.joins()} where ${refers} and ${readable}`;
}

/** Activities that regard a record that refers to the record. */
function indirect(context: Context, object: ObjectModel, near: Inverse, far: Inverse): Fragment {
  const [child, activity] = [objectOf(context, near), objectOf(context, far)];
  const [middle, outer] = [new Scope(context, child, 'c'), new Scope(context, activity, 'a')];
  const [seen, readable] = [middle.condition('read'), outer.condition('read')];
  const refers = refersTo(context, near, 'c', sql`${argument('id')}::uuid`, object);
  const regards = refersTo(context, far, 'a', raw('c.id'), child);
  return sql`select '${raw(activity.name)}', a.id, ${momentOf(activity, 'a')} from ${middle.table()} c${middle.joins()} join ${outer.table()} a on ${regards}${outer.joins()} where ${refers} and ${seen} and ${readable}`;
}

function refersTo(
  context: Context,
  { object, name, field }: Inverse,
  alias: string,
  id: Fragment,
  target: ObjectModel,
): Fragment {
  const column = raw(`${alias}.${quoted(name)}`);
  if (field.type === 'regarding')
    return sql`${column} = ${id} and ${raw(`${alias}.${quoted(`${name}Object`)} = '${target.name}'`)}`;
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
