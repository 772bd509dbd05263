import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { allSearchColumns, searchColumns } from '../records/stored-rows.ts';
import { quoted } from '../sql/fragment.ts';
import type { Draft } from './change.ts';
import { createTable } from './create-table.ts';
import { desiredTablesOf } from './desired-tables.ts';
import { type HeldObject, heldObject } from './held-object.ts';
import type { LiveSchema } from './live-schema.ts';
import { planField } from './plan-fields.ts';
import { type IndexPlan, planIndexes } from './plan-indexes.ts';
import { planLinks } from './plan-links.ts';
import type { Planning } from './planning.ts';

/** What becomes of one object's tables. */
export interface ObjectPlan {
  readonly held: HeldObject;
  readonly draft: Draft;
  readonly indexes: IndexPlan;
}

export function planObject(
  registry: Registry,
  schema: string,
  live: LiveSchema,
  object: ObjectModel,
  searched: ObjectModel,
): ObjectPlan {
  const held = heldObject(registry, object, live);
  const draft: Draft = { changes: [], conditions: [], obstacles: [] };
  const planning = { registry, schema, live, held, draft, searched, desired: desiredTablesOf(object) };
  planTable(planning);
  return { held, draft, indexes: planIndexes(planning) };
}

function planTable(planning: Planning): void {
  const { schema, held, desired, draft } = planning;
  const { object, table, fields } = held;
  if (table === undefined) {
    draft.changes.push({
      sentence: `Make the tables of ${object.name}.`,
      statements: desired.map((each) => createTable(schema, each)),
    });
    return;
  }
  const place = `${quoted(schema)}.${quoted(object.name)}`;
  if (table.name !== object.name)
    draft.changes.push({
      sentence: `Rename the object ${table.name} to ${object.name}; its records stay.`,
      statements: [`alter table ${quoted(schema)}.${quoted(table.name)} rename to ${quoted(object.name)}`],
    });
  for (const field of fields) {
    if (field.doubtful)
      draft.obstacles.push(
        `${object.name}.${field.name} is to be what was ${field.field.formerly?.join(' or ')}, but values of an earlier ${field.name} are kept. Remove those first with migrate --drop-retired.`,
      );
    else if (field.field.type === 'manyToMany' || field.stored?.type === 'manyToMany')
      planLinks(planning, table, field);
    else planField(planning, table, field);
  }
  planSearch(planning, place);
}

/** The columns of the words under which records are found. They are made from other values, so nothing is lost with them. */
function planSearch({ held: { object, table }, searched, draft }: Planning, place: string): void {
  const wanted = searchColumns(searched);
  const there = allSearchColumns.filter((name) => table?.columns.has(name));
  const statements = [
    ...wanted.filter((name) => !there.includes(name)).map((name) => `add column ${quoted(name)} tsvector`),
    ...there.filter((name) => !wanted.includes(name)).map((name) => `drop column ${quoted(name)}`),
  ].map((text) => `alter table ${place} ${text}`);
  if (statements.length > 0)
    draft.changes.push({ sentence: `Search ${object.name} in other ways.`, statements });
}
