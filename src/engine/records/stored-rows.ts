import type { ObjectModel } from '#kernel/registry.ts';
import { columnsOf, linkTable, storageOf } from '../fields/columns.ts';
import { plainTextOf } from '../fields/rich-text.ts';
import { type SearchPart, searchTokens } from '../search/tokens.ts';
import { type Fragment, identifier, join, quoted, raw, sql } from '../sql/fragment.ts';
import { forEachObject } from './for-each-object.ts';
import type { Values } from './record-values.ts';
import type { Scope } from './scope.ts';

/** The names among `names` that have columns of their own. */
export function storedNames(object: ObjectModel, names: Iterable<string>): readonly string[] {
  return [...names].filter((name) => {
    const field = object.fields.get(name);
    return field !== undefined && storageOf(field).columns(name).length > 0;
  });
}

/** Column definitions for json_to_recordset, for the fields named. */
export function recordset(object: ObjectModel, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const field = object.fields.get(name);
    return field === undefined
      ? []
      : columnsOf(name, field).map((column) => `${quoted(column.name)} ${column.type}`);
  });
}

export function columnNames(object: ObjectModel, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const field = object.fields.get(name);
    return field === undefined ? [] : columnsOf(name, field).map((column) => column.name);
  });
}

/** One row of values for json_to_recordset, which takes what is absent for null. */
export function storedRow(
  object: ObjectModel,
  names: readonly string[],
  values: Values,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (const name of names) {
    const field = object.fields.get(name);
    const value = values[name] ?? null;
    if (field !== undefined && value !== null) Object.assign(row, storageOf(field).write(name, value));
  }
  return row;
}

export const allSearchColumns = ['search', 'searchName'] as const;

/** The columns in which a record's words stand: all by which it is found, and apart from them those of its name. */
export const searchColumns = forEachObject((object): readonly (typeof allSearchColumns)[number][] => {
  const searched = searchedFields(object);
  const apart = searched.includes(object.declaration.nameField) && searched.length > 1;
  return searched.length === 0 ? [] : apart ? ['search', 'searchName'] : ['search'];
});

const searchedFields = forEachObject(({ fields }) =>
  [...fields].filter(([, field]) => field.search !== undefined).map(([name]) => name),
);

/** The words for these of an object's search columns, for all unless told. */
export function searchRow(
  object: ObjectModel,
  values: Values,
  columns: readonly string[] = searchColumns(object),
): Readonly<Record<string, readonly string[]>> {
  const { nameField } = object.declaration;
  const row: Record<string, readonly string[]> = {};
  for (const column of columns)
    row[column] = words(object, values, column === 'search' ? searchedFields(object) : [nameField]);
  return row;
}

function words(object: ObjectModel, values: Values, names: readonly string[]): readonly string[] {
  const parts: SearchPart[] = [];
  for (const name of names) {
    const field = object.fields.get(name);
    const value = values[name];
    if (field?.search === undefined || typeof value !== 'string') continue;
    parts.push({ kind: field.search, value: field.type === 'richText' ? plainTextOf(value) : value });
  }
  return searchTokens(parts);
}

/** Whether its records can be found by words; those that it shows of other objects are found there. */
export function isSearched(object: ObjectModel): boolean {
  if (object.declaration.unites !== undefined) return false;
  return [...object.fields.values()].some((field) => field.search !== undefined);
}

export function linkFields(object: ObjectModel, names: Iterable<string>): readonly string[] {
  return [...names].filter((name) => object.fields.get(name)?.type === 'manyToMany');
}

/**
 * Rows (n, field) for each reference among the input `i` that names no record the actor may see, so that a write
 * can refuse it in the same statement.
 */
export function brokenReferences(scope: Scope, names: readonly string[]): Fragment {
  const checks = names.flatMap((name) => {
    const field = scope.object.fields.get(name);
    switch (field?.type) {
      case 'reference':
      case 'user':
        return [
          check(
            scope,
            name,
            raw(`i.${quoted(name)} is not null`),
            raw(`i.${quoted(name)}`),
            field.target ?? scope.registry.people,
          ),
        ];
      case 'regarding':
        return [
          ...(field.targets ?? []).map((target) =>
            check(
              scope,
              name,
              raw(`i.${quoted(`${name}Object`)} = '${target}'`),
              raw(`i.${quoted(name)}`),
              target,
            ),
          ),
          sql`select i.n, '${raw(name)}' as field from i where i.${raw(quoted(`${name}Object`))} <> all(${field.targets ?? []}::text[])`,
        ];
      case 'manyToMany':
        return [checkLinks(scope, name, field.target ?? '')];
      default:
        return [];
    }
  });
  return checks.length === 0
    ? raw('select null::int as n, null::text as field where false')
    : join(checks, ' union all ');
}

function check(scope: Scope, name: string, when: Fragment, id: Fragment, target: string): Fragment {
  const inner = scope.sibling(target, 'c');
  // Whoever adds a part changes the whole.
  const changes = scope.object.declaration.partOf === name;
  const reachable = changes
    ? sql`${inner.condition('read')} and ${inner.condition('update')}`
    : inner.condition('read');
  return sql`select i.n, '${raw(name)}' as field from i where ${when} and not exists (select 1 from ${inner.table()} c${inner.joins()} where c.id = ${id} and ${reachable})`;
}

/** Members that are new to a list must be there to be seen; those that it has stay, whoever writes. */
function checkLinks(scope: Scope, name: string, target: string): Fragment {
  const inner = scope.sibling(target, 'c');
  const readable = inner.condition('read');
  const table = identifier(scope.reader.workspace.schema, linkTable(scope.object.name, name));
  return sql`select i.n, '${raw(name)}' as field from i where exists (select 1 from unnest(i.${raw(quoted(name))}) l(target)
    where not exists (select 1 from ${table} k where k.source = i.id and k.target = l.target)
    and not exists (select 1 from ${inner.table()} c${inner.joins()} where c.id = l.target and ${readable}))`;
}

/** Writes the pairs of a many-to-many field for the rows of `i`, when `when` holds. */
export function insertLinks(scope: Scope, name: string, when: string): Fragment {
  const target = scope.object.fields.get(name)?.target ?? '';
  const inner = scope.sibling(target, 'c');
  const table = identifier(scope.reader.workspace.schema, linkTable(scope.object.name, name));
  const readable = inner.condition('read');
  return sql`insert into ${table} (source, target) select distinct i.id, c.id from i, unnest(i.${raw(quoted(name))}) l join ${inner.table()} c on c.id = l where ${raw(when)} and ${readable}`;
}
