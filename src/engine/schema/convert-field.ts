import type { Field } from '#kernel/field/field.ts';
import { formerNames } from '#kernel/former-names.ts';
import { columnsOf, storageOf } from '../fields/columns.ts';
import { quoted } from '../sql/fragment.ts';
import { recordsWhere } from './broken-records.ts';
import { type Conversion, conversionOf } from './conversions.ts';
import type { HeldField } from './held-object.ts';
import { newLimits } from './limits.ts';
import type { LiveTable, NotedField } from './live-schema.ts';
import type { Planning } from './planning.ts';

/** Changes the type of what is stored of a field, which by now has its new name, if every value says the same then. */
export function convertField(planning: Planning, table: LiveTable, held: HeldField): void {
  const { registry, schema, draft } = planning;
  const { name, field, was, stored } = held;
  if (stored === undefined) return;
  const former = formerNames(registry);
  const from = { ...stored, ...(stored.target && { target: former.object(stored.target) }) };
  const conversion = conversionOf(from, field);
  const path = `${planning.held.object.name}.${name}`;
  const statements = reshaping(planning, table, held, from, conversion);
  if (statements.length > 0)
    draft.changes.push({
      sentence: `Keep ${path} as ${field.type} instead of ${from.type === field.type ? 'as it was' : from.type}; every value stays.`,
      statements,
    });
  const keeps = conditionsOf(planning, was, from, field, conversion);
  if (keeps.length === 0) return;
  const lost = `${quoted(was)} is not null and not (${keeps.join(' and ')})`;
  draft.conditions.push({
    table: table.name,
    query: recordsWhere(schema, planning.held, table, lost),
    complaint: (count, examples) =>
      `${path} has been ${from.type} and is declared as ${field.type} now, which ${count} of its values do not fit: ${examples}. Correct them with the version before, or declare the new field under another name and move the values there.`,
  });
}

/** Statements that bring the columns of a field to its new type. */
function reshaping(
  { schema, held }: Planning,
  table: LiveTable,
  { name, field, was }: HeldField,
  from: NotedField,
  conversion: Conversion | undefined,
): readonly string[] {
  const place = `alter table ${quoted(schema)}.${quoted(held.object.name)}`;
  const there = new Map(
    storageOf(from)
      .columns(was)
      .filter((column) => table.columns.has(column.name))
      .map((column) => [name + column.name.slice(was.length), table.columns.get(column.name)]),
  );
  const wanted = columnsOf(name, field);
  const further = conversion?.further?.(quoted(name), from) ?? {};
  return [
    ...wanted.flatMap(({ name: column, type }) => {
      const own = quoted(column);
      const value = column === name ? newValue(own, conversion) : own;
      if (there.has(column)) {
        if (there.get(column) === type && value === own) return [];
        return [`${place} alter column ${own} type ${type} using (${value})::${type}`];
      }
      const filling = further[column.slice(name.length)];
      const add = `${place} add column ${own} ${type}`;
      return filling === undefined
        ? [add]
        : [add, `${place.replace('alter table', 'update')} set ${own} = ${filling}`];
    }),
    ...[...there.keys()]
      .filter((column) => !wanted.some((each) => each.name === column))
      .map((column) => `${place} drop column ${quoted(column)}`),
  ];
}

/** Where nothing is known that says the same there are no values, or the migration is refused. */
function newValue(column: string, conversion: Conversion | undefined): string {
  if (conversion === undefined) return 'null';
  return conversion.value?.(column) ?? column;
}

/** What holds for the values that say the same afterwards. */
function conditionsOf(
  { registry, schema, live }: Planning,
  was: string,
  from: NotedField,
  to: Field,
  conversion: Conversion | undefined,
): readonly string[] {
  if (conversion === undefined) return ['false'];
  const targets = formerNames(registry).namesOf(to.target ?? '');
  const target = targets.find((name) => live.tables.has(name));
  return [
    // What is sealed cannot be opened inside the database.
    ...(from.sealed === true && to.sealed !== true ? [`not starts_with(${quoted(was)}, 'sealed:')`] : []),
    ...(conversion.keeps === undefined ? [] : [conversion.keeps(quoted(was), to)]),
    ...newLimits(schema, quoted(was), from, to, target),
  ];
}
