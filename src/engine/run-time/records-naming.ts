import { type ObjectModel, wholeOf } from '#kernel/registry.ts';
import { columnsOf } from '../fields/columns.ts';
import type { Context } from '../records/context.ts';
import { quoted } from '../sql/fragment.ts';
import { isDefining } from './read-definitions.ts';

/** Records of one object that speak of something which a company has added. */
export interface NamingRecords {
  readonly object: string;
  readonly count: number;
  /** What the first of them are called. */
  readonly examples: readonly string[];
}

/** Live records that speak of an object: as what they are for, as what they are about, or inside their settings. */
export function recordsNamingObject(context: Context, name: string): Promise<readonly NamingRecords[]> {
  return recordsWhere(context, (object) =>
    [...object.fields].flatMap(([field, { type, listed, targets, names }]) => [
      ...(listed === 'objects' || listed === 'owned' ? [`t.${quoted(field)} = $1`] : []),
      ...(type === 'regarding' && targets?.includes(name) ? [`t.${quoted(`${field}Object`)} = $1`] : []),
      ...(names === undefined
        ? []
        : [`t.${quoted(field)}::text like '%"' || replace($1, '_', '\\_') || '"%'`]),
    ]),
  )(name);
}

/** Live records whose settings or conditions name a field, of its own object or by way of a reference. */
export function recordsNamingField(
  context: Context,
  object: string,
  field: string,
): Promise<readonly NamingRecords[]> {
  return recordsWhere(context, (other) =>
    [...other.fields].flatMap(([name, { names }]) => {
      if (names === undefined) return [];
      const text = `t.${quoted(name)}::text`;
      // Steps fill in fields of any object.
      if (names.as === 'steps') return [`${text} ~ ('\\m' || $1 || '\\M')`];
      const own = 'of' in names ? `t.${quoted(names.of)} = $2 and ${text} ~ ('\\m' || $1 || '\\M')` : 'false';
      return [`(${own})`, `${text} ~ ('\\.' || $1 || '\\M')`];
    }),
  )(field, object);
}

/** One statement over every object of which some condition can hold. */
function recordsWhere(context: Context, conditionsOn: (object: ObjectModel) => readonly string[]) {
  const { database, workspace } = context;
  const registry = wholeOf(context.registry);
  const parts = [...registry.objects.values()].flatMap((object) => {
    if (object.declaration.unites !== undefined || isDefining(registry, object.name)) return [];
    const conditions = conditionsOn(object);
    if (conditions.length === 0) return [];
    return [
      `select '${object.name}' as object, count(*)::integer as count,
        coalesce((array_agg(${nameOf(object)} order by "createdAt"))[1:5], '{}') as examples
       from ${quoted(workspace.schema)}.${quoted(object.name)} t where "deletedAt" is null and (${conditions.join(' or ')})`,
    ];
  });
  return async (...values: readonly string[]): Promise<readonly NamingRecords[]> => {
    if (parts.length === 0) return [];
    const rows = await database.run(
      `select to_jsonb(f) from (${parts.join(' union all ')}) f where count > 0`,
      values,
    );
    return rows.map(([found]) => JSON.parse(found ?? ''));
  };
}

/** The column that names a record; its date where the name is made from other records. */
function nameOf({ declaration, fields }: ObjectModel): string {
  const field = fields.get(declaration.nameField);
  const [column] = field === undefined ? [] : columnsOf(declaration.nameField, field);
  return column?.type === 'text' ? `t.${quoted(column.name)}` : 't."createdAt"::date::text';
}
