import { systemNames } from '#kernel/system-fields.ts';
import { type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';
import type { Scope } from './scope.ts';

/**
 * One column: the record as the API shows it. Paths through a reference gather under the reference's name, with the
 * id always there: `{"parent":{"id":…,"name":…}}`. `$marks` has the places of the conditions among `marks` that it meets.
 */
export function recordJson(
  scope: Scope,
  paths: readonly string[],
  marks: readonly Fragment[] = [],
): Fragment {
  const nested = new Map<string, string[]>();
  for (const path of paths) {
    const dot = path.indexOf('.');
    if (dot > 0)
      nested.set(path.slice(0, dot), [...(nested.get(path.slice(0, dot)) ?? []), path.slice(dot + 1)]);
  }
  const own = paths.filter((path) => !path.includes('.') && !nested.has(path) && !systemNames.includes(path));
  const system = systemNames.filter((name) => name === 'id' || name === 'version' || paths.includes(name));
  const columns = [
    ...system.filter((name) => !nested.has(name)).map((name) => raw(`${scope.alias}.${quoted(name)}`)),
    ...own.map((path) => sql`${scope.read(path)} as ${raw(quoted(path))}`),
    ...[...nested].map(([name, rest]) => sql`${nestedJson(scope, name, rest)} as ${raw(quoted(name))}`),
    ...(marks.length > 0 ? [sql`${marksMet(marks)} as "$marks"`] : []),
  ];
  return sql`(select row_to_json(r) from (select ${join(columns, ', ')}) r)`;
}

/** The places of the conditions that a row meets. */
function marksMet(marks: readonly Fragment[]): Fragment {
  const places = marks.map((mark, place) => sql`case when ${mark} then ${raw(String(place))} end`);
  return sql`array_remove(array[${join(places, ', ')}]::int[], null)`;
}

function nestedJson(scope: Scope, prefix: string, paths: readonly string[]): Fragment {
  const direct = paths.filter((path) => !path.includes('.') && path !== 'id');
  const deeper = [
    ...new Set(paths.filter((path) => path.includes('.')).map((path) => path.slice(0, path.indexOf('.')))),
  ];
  const id = scope.column(prefix);
  const parts = [
    sql`'id', ${id}`,
    ...direct
      .filter((name) => !deeper.includes(name))
      .map((name) => sql`${raw(`'${name}'`)}, ${scope.read(`${prefix}.${name}`)}`),
    ...deeper.map((name) => {
      const rest = paths
        .filter((path) => path.startsWith(`${name}.`))
        .map((path) => path.slice(name.length + 1));
      return sql`${raw(`'${name}'`)}, ${nestedJson(scope, `${prefix}.${name}`, rest)}`;
    }),
  ];
  return sql`case when ${id} is not null then json_build_object(${join(parts, ', ')}) end`;
}
