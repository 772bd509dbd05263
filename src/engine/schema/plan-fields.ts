import { columnsOf, storageOf } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';
import { recordsWhere } from './broken-records.ts';
import { convertField } from './convert-field.ts';
import { type HeldField, storedColumns } from './held-object.ts';
import type { LiveTable } from './live-schema.ts';
import { renameFieldStatements } from './names-kept.ts';
import type { Planning } from './planning.ts';

/** Brings the columns of a field of an object that has a table to what it needs. */
export function planField(planning: Planning, table: LiveTable, field: HeldField): void {
  if (storageOf(field.field).columns(field.name).length === 0) return;
  if (field.stored === undefined) {
    addField(planning, table, field);
    return;
  }
  rename(planning, table, field);
  convertField(planning, table, field);
  demand(planning, table, field);
}

/** New columns; what is required is filled in with its default, if there is one that is the same for all. */
function addField({ schema, held, draft }: Planning, table: LiveTable, { name, field }: HeldField): void {
  const place = `${quoted(schema)}.${quoted(held.object.name)}`;
  const fixed = field.required && field.default !== undefined && !String(field.default).startsWith('$');
  const filled = fixed ? storageOf(field).write(name, field.default) : {};
  const statements = columnsOf(name, field).flatMap(({ name: column, type }) => {
    const value = filled[column];
    const add = `alter table ${place} add column ${quoted(column)} ${type}`;
    if (value === undefined || value === null) return [add];
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return [
      `${add} default '${text.replaceAll("'", "''")}'`,
      `alter table ${place} alter column ${quoted(column)} drop default`,
    ];
  });
  const filling = fixed
    ? `, filled in with ${JSON.stringify(field.default)} in the records that are there`
    : '';
  draft.changes.push({ sentence: `Add the field ${held.object.name}.${name}${filling}.`, statements });
  if (fixed || !isDemanded(field)) return;
  draft.conditions.push({
    table: table.name,
    query: recordsWhere(schema, held, table, '"deletedAt" is null'),
    complaint: (count, examples) => requiredComplaint(held.object.name, name, count, examples),
  });
}

function rename({ schema, held, draft }: Planning, table: LiveTable, field: HeldField): void {
  const { name, was } = field;
  if (was === name) return;
  const object = held.object.name;
  draft.changes.push({
    sentence: `Rename the field ${object}.${was} to ${name}; its values stay.`,
    statements: [
      ...storedColumns(field, table).map(
        (column) =>
          `alter table ${quoted(schema)}.${quoted(object)} rename column ${quoted(column)} to ${quoted(name + column.slice(was.length))}`,
      ),
      ...renameFieldStatements(schema, object, was, name),
    ],
  });
}

/** What was not required before must be there in every record. */
function demand(
  { schema, held, draft }: Planning,
  table: LiveTable,
  { name, field, was, stored }: HeldField,
): void {
  if (!isDemanded(field) || stored?.required === true) return;
  draft.conditions.push({
    table: table.name,
    query: recordsWhere(schema, held, table, `"deletedAt" is null and ${quoted(was)} is null`),
    complaint: (count, examples) => requiredComplaint(held.object.name, name, count, examples),
  });
}

/** What is computed or filled in by programs comes by itself. */
function isDemanded({ required, readOnly, type }: HeldField['field']): boolean {
  return required && readOnly !== true && type !== 'autoNumber';
}

function requiredComplaint(object: string, name: string, count: string, examples: string): string {
  return `${object}.${name} is required now, and ${count} records have none: ${examples}. Fill it in with the version before, or give the field a default.`;
}
