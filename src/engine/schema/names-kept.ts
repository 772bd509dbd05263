import type { Field } from '#kernel/field/field.ts';
import type { Registry } from '#kernel/registry.ts';
import { quoted } from '../sql/fragment.ts';

/** Columns of the engine's own tables that hold names of objects. */
const objectColumns = [
  ['automation_round', 'object'],
  ['automation_run', 'object'],
  ['bulk', 'object'],
  ['duplicate_look', 'object'],
  ['duplicate_pair', 'object'],
  ['duplicate_verdict', 'object'],
  ['import_made', 'object'],
  ['import_mapping', 'object'],
  ['look', 'object'],
  ['notification', 'object'],
  ['presence', 'object'],
] as const;

/** Statements that give an object its new name wherever its name is stored; the log alone keeps what was written. */
export function renameObjectStatements(
  registry: Registry,
  schema: string,
  before: string,
  now: string,
): readonly string[] {
  const s = quoted(schema);
  return [
    ...objectColumns.map(
      ([table, column]) => `update ${s}.${table} set ${column} = '${now}' where ${column} = '${before}'`,
    ),
    `update ${s}.import set files = (select coalesce(jsonb_agg(case when f->>'object' = '${before}' then f || '{"object": "${now}"}' else f end order by n), '[]')
      from jsonb_array_elements(files) with ordinality x(f, n)) where files @> '[{"object": "${before}"}]'`,
    `update ${s}.counter set name = '${now}' || substr(name, ${before.length + 1}) where starts_with(name, '${before}.')`,
    ...[...registry.objects.values()]
      .filter(({ declaration }) => declaration.unites === undefined)
      .flatMap((object) =>
        [...object.fields]
          .map(([name, field]) => nameColumn(name, field))
          .filter((column) => column !== undefined)
          .map(
            (column) =>
              `update ${s}.${quoted(object.name)} set ${quoted(column)} = '${now}' where ${quoted(column)} = '${before}'`,
          ),
      ),
  ];
}

/** The column in which a field holds the name of an object, if it does. */
function nameColumn(name: string, { type, listed }: Field): string | undefined {
  if (type === 'regarding') return `${name}Object`;
  return type === 'choice' && (listed === 'objects' || listed === 'owned') ? name : undefined;
}

/** Statements that give a field its new name wherever its name is stored, but in its columns and in the log. */
export function renameFieldStatements(
  schema: string,
  object: string,
  before: string,
  now: string,
): readonly string[] {
  const s = quoted(schema);
  const [was, is] = [`${object}.${before}.`, `${object}.${now}.`];
  return [
    `update ${s}.counter set name = '${is}' || substr(name, ${was.length + 1}) where starts_with(name, '${was}')`,
    `update ${s}.import_row r set before = (before - '${before}') || jsonb_build_object('${now}', before->'${before}')
      where before ? '${before}' and record in (select id from ${s}.${quoted(object)})`,
    ...['before', 'after'].map(
      (column) =>
        `update ${s}.bulk_record r set ${column} = (r.${column} - '${before}') || jsonb_build_object('${now}', r.${column}->'${before}')
          from ${s}.bulk b where b.id = r.bulk and b.object = '${object}' and r.${column} ? '${before}'`,
    ),
    `update ${s}.bulk set work = jsonb_set(work, '{values}', (work->'values') - '${before}' || jsonb_build_object('${now}', work->'values'->'${before}'))
      where object = '${object}' and work->'values' ? '${before}'`,
  ];
}
