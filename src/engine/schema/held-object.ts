import type { Field } from '#kernel/field/field.ts';
import { formerNames } from '#kernel/former-names.ts';
import type { ObjectModel, Registry } from '#kernel/registry.ts';
import { columnsOf, linkTable, storageOf } from '../fields/columns.ts';
import { gazetteerEdition } from '../places/gazetteer.ts';
import type { LiveSchema, LiveTable, Noted, NotedField } from './live-schema.ts';

/** A declared field beside what is stored of it. */
export interface HeldField {
  readonly name: string;
  readonly field: Field;
  /** The name under which it is stored: its own, or one that it had before. */
  readonly was: string;
  /** What is stored; undefined when nothing is. */
  readonly stored: NotedField | undefined;
  /** A column of its name and one of a former name, of which only one can be its. */
  readonly doubtful: boolean;
}

/** A declared object beside what is stored of it. */
export interface HeldObject {
  readonly object: ObjectModel;
  /** Undefined when there is none yet. */
  readonly table: LiveTable | undefined;
  readonly noted: Noted | undefined;
  readonly fields: readonly HeldField[];
}

/** Finds what is stored of an object, also under the names that it and its fields had before. */
export function heldObject(registry: Registry, object: ObjectModel, live: LiveSchema): HeldObject {
  const names = formerNames(registry).namesOf(object.name);
  const table = names.map((name) => live.tables.get(name)).find((found) => found !== undefined);
  const noted = live.noted.get(table?.name ?? object.name);
  const fields = [...object.fields].map(([name, field]) =>
    heldField(object, name, field, table, noted, live),
  );
  return { object, table, noted, fields };
}

function heldField(
  { fields }: ObjectModel,
  name: string,
  field: Field,
  table: LiveTable | undefined,
  noted: Noted | undefined,
  live: LiveSchema,
): HeldField {
  const former = (field.formerly ?? []).filter((other) => !fields.has(other));
  const found = [name, ...former].filter(
    (each) => table?.columns.has(each) || isLinkTable(live.tables.get(linkTable(table?.name ?? '', each))),
  );
  const was = found[0] ?? name;
  const doubtful =
    was === name && found.length > 1 && noted !== undefined && noted.fields[name] === undefined;
  const stored = found.length === 0 ? undefined : (noted?.fields[was] ?? guessed(was, field, table));
  return { name, field, was, stored, doubtful };
}

/** The columns that hold a field, as they are. */
export function storedColumns({ stored, was }: HeldField, table: LiveTable | undefined): readonly string[] {
  if (stored === undefined) return [];
  const columns = storageOf(stored).columns(was);
  return columns.map(({ name }) => name).filter((name) => table?.columns.has(name));
}

function isLinkTable(table: LiveTable | undefined): boolean {
  return table?.columns.has('source') === true && table.columns.has('target');
}

/** What a column holds of which nothing was noted: what is declared if that fits, else what its type suggests. */
function guessed(name: string, field: Field, table: LiveTable | undefined): NotedField {
  const type = table?.columns.get(name);
  if (type === undefined) return { type: 'manyToMany' };
  const fits = columnsOf(name, field).every((column) => table?.columns.get(column.name) === column.type);
  if (fits && field.type !== 'manyToMany') return notedField(field);
  const scale = /^numeric\(\d+,(\d+)\)$/.exec(type)?.[1];
  if (scale !== undefined) return { type: 'decimal', scale: Number(scale) };
  return { type: suggested[type] ?? 'json' };
}

const suggested: Readonly<Record<string, NotedField['type']>> = {
  text: 'longText',
  bigint: 'integer',
  boolean: 'boolean',
  date: 'date',
  'timestamptz(3)': 'dateTime',
  'text[]': 'multiChoice',
  uuid: 'reference',
};

/** What there is to remember of a field, so that the next migration knows what its values mean. */
export function notedField(field: Field): NotedField {
  const { type, required, sealed, scale, maxLength, target, listed, choices, total, from } = field;
  return {
    type,
    ...(required && { required }),
    ...(sealed && { sealed }),
    ...(scale !== undefined && { scale }),
    ...(maxLength !== undefined && { maxLength }),
    ...(target !== undefined && { target }),
    ...(listed !== undefined && { listed }),
    ...(choices !== undefined && { choices: choices.map(({ value }) => value) }),
    ...(total !== undefined && { total }),
    ...(from !== undefined && { from: `${from} by ${gazetteerEdition}` }),
  };
}
