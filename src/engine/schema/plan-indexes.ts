import { carriedTablesOf } from '../carried/carried-table.ts';
import { linkTable } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';
import type { Change } from './change.ts';
import type { DesiredIndex } from './desired-tables.ts';
import { keepNewest } from './keep-newest.ts';
import type { LiveIndex, LiveTable } from './live-schema.ts';
import type { Planning } from './planning.ts';
import { uniqueSets } from './unique-sets.ts';

export interface IndexPlan {
  /** Those that nothing asks for any more, and new names: before tables and columns change. */
  readonly before: readonly Change[];
  readonly after: readonly Change[];
  /** On large tables, without keeping others from writing meanwhile: outside of any transaction. */
  readonly apart: readonly Change[];
}

/**
 * Brings the indexes of an object to what its declaration asks for. Only those that a migration made, as it noted, are
 * dropped: an index that somebody made by hand stays.
 */
export function planIndexes(planning: Planning): IndexPlan {
  const { schema, live, held, desired } = planning;
  const wanted = desired.flatMap((table) => table.indexes.map((index) => ({ ...index, table: table.name })));
  const tables = tableNames(planning);
  const present = live.indexes.filter(({ table }) => tables.has(table));
  const before: Change[] = [];
  const kept = new Set<string>();
  for (const index of present) {
    const definition = definitionNow(planning, index);
    const named = wanted.find(({ name }) => name === index.name);
    const fits = (each: DesiredIndex) => definition === undefined || each.definition === definition;
    if (named === undefined && definition === undefined) continue;
    if (!index.usable) before.push(drop(schema, index.name, 'whose making was interrupted'));
    else if (named !== undefined && fits(named)) kept.add(named.name);
    else {
      const other = wanted.find(
        (each) =>
          each.table === tables.get(index.table) &&
          each.definition === definition &&
          !kept.has(each.name) &&
          !present.some(({ name }) => name === each.name),
      );
      if (other === undefined)
        before.push(
          drop(
            schema,
            index.name,
            named === undefined ? 'that nothing asks for any more' : 'to make it anew',
          ),
        );
      else {
        kept.add(other.name);
        before.push({
          sentence: `Rename the index ${index.name} to ${other.name}.`,
          statements: [`alter index ${quoted(schema)}.${quoted(index.name)} rename to ${quoted(other.name)}`],
        });
      }
    }
  }
  const missing = wanted.filter(({ name }) => !kept.has(name));
  const large = held.table?.large === true;
  const merged = missing.flatMap((index) => (index.unique ? demandUnique(planning, index.name) : []));
  return {
    before,
    after: [
      ...merged,
      ...missing.filter(({ unique }) => unique || !large).map((index) => create(schema, index, '')),
    ],
    apart: missing
      .filter(({ unique }) => !unique && large)
      .map((index) => create(schema, index, ' concurrently')),
  };
}

type Wanted = DesiredIndex & { readonly table: string };

function create(schema: string, { name, unique, table, definition }: Wanted, how: string): Change {
  return {
    sentence: `Make the index ${name}${how === '' ? '' : ', while others go on working'}.`,
    statements: [
      `create ${unique ? 'unique ' : ''}index${how} ${quoted(name)} on ${quoted(schema)}.${quoted(table)} ${definition}`,
    ],
  };
}

function drop(schema: string, name: string, why: string): Change {
  return {
    sentence: `Drop the index ${name}, ${why}.`,
    statements: [`drop index ${quoted(schema)}.${quoted(name)}`],
  };
}

/** Present names by those that the object's tables have now. */
function tableNames({ held }: Planning): ReadonlyMap<string, string> {
  const { object, table, fields } = held;
  if (table === undefined) return new Map();
  const links = fields
    .filter(({ field, stored }) => field.type === 'manyToMany' && stored?.type === 'manyToMany')
    .map(({ name, was }) => [linkTable(table.name, was), linkTable(object.name, name)] as const);
  const carried = carriedTablesOf(object).map((name) => [name, name] as const);
  return new Map([[table.name, object.name], ...links, ...carried]);
}

/** How an index that a migration made is defined once fields have their new names. */
function definitionNow({ held }: Planning, { name }: LiveIndex): string | undefined {
  const noted = held.noted?.indexes[name];
  return held.fields
    .filter((field) => field.was !== field.name && field.stored !== undefined)
    .reduce((text, field) => text?.replaceAll(quoted(field.was), quoted(field.name)), noted);
}

/** Values that are to be unique and are not stand in the way, but where the newest is meant. */
function demandUnique({ schema, held, draft }: Planning, index: string): readonly Change[] {
  const { object, table } = held;
  const fields = uniqueSets(object).find((set) => set.index === index)?.fields ?? [];
  const columns = fields.map((name) => held.fields.find((field) => field.name === name)?.was ?? name);
  if (table === undefined || !columns.every((column) => table.columns.has(column))) return [];
  if (object.declaration.configures) return [keepNewest(schema, object.name, fields)];
  draft.conditions.push({
    table: table.name,
    query: repeated(schema, table, columns),
    complaint: (count, examples) =>
      `${object.name}.${fields.join(' and ')} must be unique, and ${count} values are there more than once: ${examples}. Correct or merge these records with the version before.`,
  });
  return [];
}

function repeated(schema: string, table: LiveTable, columns: readonly string[]): string {
  const list = columns.map(quoted).join(', ');
  const shown = columns.map((column) => `${quoted(column)}::text`).join(` || ' / ' || `);
  const present = columns.map((column) => `${quoted(column)} is not null`).join(' and ');
  return `select count(*) over (), ${shown} || ' (' || count(*) || '×)' from ${quoted(schema)}.${quoted(table.name)}
    where "deletedAt" is null and ${present} group by ${list} having count(*) > 1 order by count(*) desc limit 5`;
}
