import { type Mention, mentionsIn } from '#kernel/mentions.ts';
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
  const meant = (mention: Mention) => mention.object === object && mention.field === field;
  return recordsMentioning(context, [field], meant, ({ name }) => !isDefining(context.registry, name));
}

/** Live records whose settings or conditions name one of these choices of a field, other fields' definitions among them. */
export function recordsNamingChoices(
  context: Context,
  object: string,
  field: string,
  choices: readonly string[],
): Promise<readonly NamingRecords[]> {
  const named = new Set(choices.map((choice) => choice.toLowerCase()));
  const meant = (mention: Mention) =>
    mention.object === object &&
    mention.field === field &&
    mention.choice !== undefined &&
    named.has(mention.choice.toLowerCase());
  return recordsMentioning(context, choices, meant);
}

/** The records in which a word stands whose fields speak of what is meant: the database looks for words, not for what they mean. */
async function recordsMentioning(
  context: Context,
  words: readonly string[],
  meant: (mention: Mention) => boolean,
  wanted: (object: ObjectModel) => boolean = () => true,
): Promise<readonly NamingRecords[]> {
  const registry = wholeOf(context.registry);
  const objects = [...registry.objects.values()].flatMap((object) => {
    const speaking = [...object.fields].flatMap(([name, { names }]) =>
      names === undefined ? [] : [[name, names] as const],
    );
    const looked = object.declaration.unites === undefined && speaking.length > 0 && wanted(object);
    return looked ? [{ object, speaking }] : [];
  });
  if (objects.length === 0) return [];
  const parts = objects.map(({ object, speaking }) => {
    const text = speaking.map(([name]) => `t.${quoted(name)}::text`).join(', ');
    return `select '${object.name}', ${nameOf(object)}, to_jsonb(t), t."createdAt"
      from ${quoted(context.workspace.schema)}.${quoted(object.name)} t where "deletedAt" is null
        and exists (select 1 from unnest($1::text[]) w(word) where strpos(lower(concat_ws(' ', ${text})), lower(w.word)) > 0)`;
  });
  const rows = await context.database.run(`${parts.join(' union all ')} order by 4`, [words]);
  return objects.flatMap(({ object, speaking }) => {
    const examples = rows.flatMap(([of, name, text]) => {
      if (of !== object.name) return [];
      const record = JSON.parse(text ?? '{}');
      const mentions = speaking.flatMap(([field, names]) =>
        mentionsIn(registry, names, record, record[field]),
      );
      return mentions.some(meant) ? [name ?? ''] : [];
    });
    if (examples.length === 0) return [];
    return [{ object: object.name, count: examples.length, examples: examples.slice(0, 5) }];
  });
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
