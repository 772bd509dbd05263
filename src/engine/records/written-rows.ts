import type { ObjectModel } from '#kernel/registry.ts';
import { keyTable } from '../sealing/key-table.ts';
import { asKept, readSealedValue } from '../sealing/sealed-value.ts';
import { type Fragment, identifier, quoted, raw, sql } from '../sql/fragment.ts';
import type { Context } from './context.ts';
import type { EventRow } from './event-rows.ts';
import type { Values } from './record-values.ts';
import { linkFields, recordset, searchColumns, searchRow, storedNames, storedRow } from './stored-rows.ts';

/** What of an object a statement writes. */
export interface Parts {
  readonly stored: readonly string[];
  readonly links: readonly string[];
  /** The columns of the words by which a record is found. */
  readonly words: readonly string[];
  /** Fields whose values bring keys. */
  readonly sealed: readonly string[];
}

/** The parts of an object that lie in these fields. */
export function partsOf(object: ObjectModel, names: readonly string[]): Parts {
  return {
    stored: storedNames(object, names),
    links: linkFields(object, names),
    words: wordsIn(object, names),
    sealed: names.filter((name) => object.fields.get(name)?.sealed === true),
  };
}

/** The columns whose words come from these fields. */
function wordsIn(object: ObjectModel, names: readonly string[]): readonly string[] {
  if (!names.some((name) => object.fields.get(name)?.search !== undefined)) return [];
  const named = names.includes(object.declaration.nameField);
  return searchColumns(object).filter((column) => column === 'search' || named);
}

/** The columns of the rows that a write is given, as `writtenRow` makes them: the record and its entry in the log. */
export function writtenColumns(
  object: ObjectModel,
  { stored, links, words, sealed }: Parts,
): readonly string[] {
  return [
    ...['n int', 'id uuid', 'version int'],
    ...['"@at" timestamptz', '"@by" uuid', '"@through" uuid', '"@kind" text', '"@changes" jsonb'],
    ...recordset(object, stored),
    ...links.map((name) => `${quoted(name)} uuid[]`),
    ...words.map((name) => `${quoted(name)} text[]`),
    ...(sealed.length > 0 ? ['"@keys" jsonb'] : []),
  ];
}

/** One row of what is written: the values, and what the log says of it. */
export function writtenRow(
  object: ObjectModel,
  { stored, links, words, sealed }: Parts,
  values: Values,
  entry: Omit<EventRow, 'record'> & {
    readonly at: string;
    readonly by: string | null;
    readonly through?: string | null;
  },
): Readonly<Record<string, unknown>> {
  const row = storedRow(object, stored, values);
  Object.assign(row, searchRow(object, values, words));
  row.version = entry.version;
  row['@at'] = entry.at;
  row['@by'] = entry.by;
  row['@through'] = entry.through;
  row['@kind'] = entry.kind;
  row['@changes'] = sealed.length > 0 ? keptChanges(sealed, entry.changes) : entry.changes;
  if (sealed.length > 0) row['@keys'] = keysIn(sealed, values);
  for (const name of links) row[name] = values[name] ?? [];
  return row;
}

/** The log keeps sealed values as they are kept everywhere. */
function keptChanges(sealed: readonly string[], changes: EventRow['changes']): EventRow['changes'] {
  const kept = sealed
    .filter((name) => name in changes)
    .map((name) => [name, [asKept(changes[name]?.[0]), asKept(changes[name]?.[1])]]);
  return { ...changes, ...Object.fromEntries(kept) };
}

/** The keys of values that are new. */
function keysIn(sealed: readonly string[], values: Values): readonly object[] {
  return sealed.flatMap((name) => {
    const value = readSealedValue(values[name]);
    return value?.key === undefined ? [] : [{ id: value.keyId, key: value.key }];
  });
}

/** A CTE that keeps the keys which the values of the rows of `i` bring, for the records written in `w`. */
export function keepKeys(context: Pick<Context, 'workspace'>, object: string): Fragment {
  return sql`insert into ${identifier(context.workspace.schema, keyTable)} (id, object, record, key)
    select (k ->> 'id')::uuid, '${raw(object)}', w.id, k ->> 'key' from w join i using (id), jsonb_array_elements(i."@keys") k`;
}

/** A CTE that appends to the log what the rows of `i` say of the records written in `w`. */
export function logWritten(context: Pick<Context, 'workspace'>, object: string): Fragment {
  return sql`insert into ${identifier(context.workspace.schema, 'event')} (at, actor, impersonator, object, record, version, kind, changes)
    select i."@at", i."@by", i."@through", '${raw(object)}', w.id, w.version, i."@kind", i."@changes" from w join i using (id) order by i.n`;
}
