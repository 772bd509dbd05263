import { fieldRight } from '../access/rights.ts';
import type { Scope } from '../records/scope.ts';
import { searchColumns } from '../records/stored-rows.ts';
import { type Fragment, raw, sql } from '../sql/fragment.ts';

/**
 * Whether the words of a query, a tsquery, are among those of a row. From whom a searched field is
 * withheld he finds records by their names alone: what may not be shown must not be found out by searching for it.
 */
export function foundBy(scope: Scope, words: Fragment): Fragment {
  const { object, alias, reader } = scope;
  const found = sql`${raw(alias)}.search @@ ${words}`;
  const withheld = [...object.fields].some(
    ([name, field]) =>
      field.search !== undefined && ['hidden', 'masked'].includes(fieldRight(object, name, reader.actor)),
  );
  if (!withheld) return found;
  return searchColumns(object).includes('searchName')
    ? sql`${found} and ${raw(alias)}."searchName" @@ ${words}`
    : raw('false');
}
