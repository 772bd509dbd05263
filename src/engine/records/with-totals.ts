import { type Fragment, join, quoted, raw, sql } from '../sql/fragment.ts';

/** So many groups are told at most, sums over several counted among them. */
export const mostGroups = 5000;

export interface GroupColumn {
  readonly name: string;
  readonly column: Fragment;
  /** Whether it is only what the reference before it is called, and so no group of its own. */
  readonly names: boolean;
}

/**
 * A statement that measures every group and, in the same pass, every choice of groups taken together (SQL's `cube`).
 * The sums come first, so that they are whole where there are too many groups.
 */
export function withTotals(
  groups: readonly GroupColumn[],
  measures: readonly Fragment[],
  from: Fragment,
  matching: Fragment,
): Fragment {
  const inner = groups.map((_, index) => `u.g${index}`);
  const columns = groups.map(({ column }, index) => sql`${column} as ${raw(`g${index}`)}`);
  const named = groups.map(({ name }, index) => raw(`u.g${index} as ${quoted(name)}`));
  const units = unitsOf(groups);
  const cube = units.map((unit) => `(${unit.map((index) => inner[index]).join(', ')})`).join(', ');
  const bit = (index: number) => 2 ** (groups.length - 1 - index);
  const over = groups.map(
    ({ name }, index) => sql`case when "$level" & ${raw(String(bit(index)))} <> 0 then ${name} end`,
  );
  const order = groups.map((_, index) => index + 1).join(', ');
  return sql`select '{"groups":[' || coalesce(string_agg(v.row::text, ',') filter (where v.level = 0), '')
      || '],"totals":[' || coalesce(string_agg(jsonb_build_object('over', v.over, 'values', v.row - v.over)::text, ',')
        filter (where v.level <> 0), '') || ']}'
    from (select to_jsonb(g) - '$level' as row, "$level" as level, array_remove(array[${join(over, ', ')}]::text[], null) as over
      from (select ${join([...named, ...measures], ', ')}, grouping(${raw(inner.join(', '))}) as "$level"
        from ${from} cross join lateral (select ${join(columns, ', ')}) u
        where ${matching} group by cube (${raw(cube)}) order by "$level" desc, ${raw(order)}
        limit ${raw(String(mostGroups))}) g) v`;
}

/** The places of the groups, each reference with its name. */
function unitsOf(groups: readonly GroupColumn[]): number[][] {
  const units: number[][] = [];
  groups.forEach(({ names }, index) => {
    const last = units.at(-1);
    if (names && last !== undefined) last.push(index);
    else units.push([index]);
  });
  return units;
}
