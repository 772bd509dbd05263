import type { Field } from '#kernel/field/field.ts';
import { formerNames } from '#kernel/former-names.ts';
import type { Registry } from '#kernel/registry.ts';
import { columnsOf, linkTable } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';
import { recordsWhere } from './broken-records.ts';
import type { Draft } from './change.ts';
import { createTable } from './create-table.ts';
import { type HeldField, storedColumns } from './held-object.ts';
import type { LiveTable, NotedField } from './live-schema.ts';
import { renameFieldStatements } from './names-kept.ts';
import type { Planning } from './planning.ts';

/** Brings the pairs of a many-to-many field to where they belong, and the values of a field that becomes one or was one. */
export function planLinks(planning: Planning, table: LiveTable, field: HeldField): void {
  const many = field.field.type === 'manyToMany';
  if (!many) becomeSingle(planning, table, field);
  else if (field.stored?.type === 'manyToMany') renameLinks(planning, table, field);
  else addLinks(planning, table, field);
}

function addLinks(planning: Planning, table: LiveTable, field: HeldField): void {
  const { schema, held, desired, draft } = planning;
  const links = linkTable(held.object.name, field.name);
  const wanted = desired.find(({ name }) => name === links);
  if (wanted !== undefined)
    draft.changes.push({
      sentence: `Add the field ${held.object.name}.${field.name}.`,
      statements: [createTable(schema, wanted)],
    });
  if (field.stored !== undefined) becomeMany(planning, table, field, links);
}

function renameLinks({ schema, held, draft }: Planning, table: LiveTable, { name, was }: HeldField): void {
  const [before, now] = [linkTable(table.name, was), linkTable(held.object.name, name)];
  if (before === now) return;
  draft.changes.push({
    sentence: `Rename the field ${table.name}.${was} to ${held.object.name}.${name}; what it lists stays.`,
    statements: [
      `alter table ${quoted(schema)}.${quoted(before)} rename to ${quoted(now)}`,
      ...(was === name ? [] : renameFieldStatements(schema, held.object.name, was, name)),
    ],
  });
}

/** One reference becomes a list of one. */
function becomeMany(
  { registry, schema, held, draft }: Planning,
  table: LiveTable,
  field: HeldField,
  links: string,
): void {
  const place = `${quoted(schema)}.${quoted(held.object.name)}`;
  const value = quoted(field.was);
  const listed = leadsToSame(registry, field.stored, field.field) && isReference(field.stored);
  draft.changes.push({
    sentence: `Make ${held.object.name}.${field.name} a list of what ${field.was} has been; every value stays.`,
    statements: [
      ...(listed
        ? [
            `insert into ${quoted(schema)}.${quoted(links)} (source, target) select id, ${value} from ${place} where ${value} is not null`,
          ]
        : []),
      ...storedColumns(field, table).map((column) => `alter table ${place} drop column ${quoted(column)}`),
    ],
  });
  if (!listed)
    refuse(
      draft,
      table,
      `${held.object.name}.${field.name}`,
      recordsWhere(schema, held, table, `${value} is not null`),
    );
}

/** A list becomes one reference where none has more than one. */
function becomeSingle(
  { registry, schema, held, draft }: Planning,
  table: LiveTable,
  { name, field, was, stored }: HeldField,
): void {
  const place = `${quoted(schema)}.${quoted(held.object.name)}`;
  const before = `${quoted(schema)}.${quoted(linkTable(table.name, was))}`;
  const kept = leadsToSame(registry, stored, field) && isReference(field);
  draft.changes.push({
    sentence: `Keep ${held.object.name}.${name} as ${field.type} instead of a list; every value stays.`,
    statements: [
      ...columnsOf(name, field).map(
        (column) => `alter table ${place} add column ${quoted(column.name)} ${column.type}`,
      ),
      ...(kept
        ? [`update ${place} t set ${quoted(name)} = l.target from ${before} l where l.source = t.id`]
        : []),
      `drop table ${before}`,
    ],
  });
  const several = `(select count(*) from ${before} l where l.source = id) > ${kept ? 1 : 0}`;
  refuse(draft, table, `${held.object.name}.${name}`, recordsWhere(schema, held, table, several));
}

function isReference(field: Pick<Field, 'type'> | undefined): boolean {
  return field?.type === 'reference' || field?.type === 'user';
}

function leadsToSame(registry: Registry, stored: NotedField | undefined, { target }: Field): boolean {
  return stored?.target === undefined || formerNames(registry).object(stored.target) === target;
}

function refuse(draft: Draft, table: LiveTable, field: string, query: string): void {
  draft.conditions.push({
    table: table.name,
    query,
    complaint: (count, examples) =>
      `${field} would lose what ${count} records have there: ${examples}. Declare the new field under another name and move the values there.`,
  });
}
