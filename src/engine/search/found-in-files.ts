import type { ObjectModel } from '#kernel/registry.ts';
import { mayEver, readableField } from '../access/rights.ts';
import { fileFields } from '../files/holders.ts';
import type { Context } from '../records/context.ts';
import { Scope } from '../records/scope.ts';
import { isSearched } from '../records/stored-rows.ts';
import { argument, type Fragment, identifier, join, quoted, raw, sql } from '../sql/fragment.ts';

/** Files that are looked at to find the best. */
const candidates = 200;

/** The objects whose records are found by what is written in their files; what a file was before is not looked for. */
export function withFiles(context: Context, names: readonly string[] | undefined): readonly ObjectModel[] {
  return [...context.registry.objects.values()].filter(
    (object) =>
      object.declaration.purpose !== 'documentVersion' &&
      (names === undefined || names.includes(object.name)) &&
      readableFiles(context, object).length > 0 &&
      mayEver(context.registry, object, 'read', context.actor),
  );
}

function readableFiles({ registry, actor }: Context, object: ObjectModel): readonly string[] {
  return fileFields(object).filter((name) => readableField(registry, object, name, actor) !== undefined);
}

/** The files in which the words are, as `inside`: found once, whichever records hold them. */
export function filesWith(context: Context, words: Fragment): Fragment {
  const texts = identifier(context.workspace.schema, 'file_text');
  return sql`with inside as materialized (select file from ${texts} where words @@ ${words} limit ${raw(String(candidates))})`;
}

/** Records of an object that hold such a file and are not found by their own words already. */
export function heldMatches(context: Context, object: ObjectModel, words: Fragment, rank: number): Fragment {
  const scope = new Scope(context, object, 't');
  const name = scope.column(object.declaration.nameField);
  const readable = scope.condition('read');
  const holds = join(
    readableFiles(context, object).map(
      (field) => sql`t.${raw(quoted(field))} @> jsonb_build_array(jsonb_build_object('id', i.file))`,
    ),
    ' or ',
  );
  const besides = isSearched(object) ? sql` and not (t.search @@ ${words})` : raw('');
  return sql`(select '${raw(object.name)}' as object, t.id, coalesce(${name}, '') as name, 0 as score, ${raw(String(rank))} as rank, i.file
    from inside i cross join ${scope.table()} t${scope.joins()} where (${holds}) and ${readable}${besides})`;
}

/** The file of a match `f`, and the words around the first of those that were looked for. */
export function fileOfMatch({ workspace }: Context): Fragment {
  const [files, texts] = ['stored_file', 'file_text'].map((table) => identifier(workspace.schema, table));
  const around = sql`substring(x.text from greatest(1, strpos(lower(x.text), ${argument('word')}::text) - 12) for 160)`;
  return sql`(select json_build_object('id', s.id, 'name', s.name, 'size', s.size, 'mediaType', s.media_type,
    'snippet', regexp_replace(${around}, '\\s+', ' ', 'g')) from ${files as Fragment} s join ${texts as Fragment} x on x.file = s.id where s.id = f.file)`;
}
