import type { Field, FieldTypeName } from '#kernel/field/field.ts';
import { sealedMark } from '#kernel/sealed.ts';
import { keptText, readSealedValue } from '../sealing/sealed-value.ts';
import { quoted } from '../sql/fragment.ts';

/** A real column of an object's table. */
export interface Column {
  readonly name: string;
  readonly type: string;
}

/** How one field type lies in a table. Expressions are SQL text over a table alias. */
interface Storage {
  readonly columns: (name: string) => readonly Column[];
  /** As the API shows it, ready for row_to_json. */
  readonly read: (alias: string, name: string) => string;
  /** As it is compared, sorted and grouped. */
  readonly compare: (alias: string, name: string) => string;
  /** The column values of a canonical value. */
  readonly write: (name: string, value: unknown) => Readonly<Record<string, unknown>>;
}

function plain(type: string): Storage {
  const column = (alias: string, name: string) => `${alias}.${quoted(name)}`;
  return {
    columns: (name) => [{ name, type }],
    read: column,
    compare: column,
    write: (name, value) => ({ [name]: value }),
  };
}

/** numeric, as a string in JSON so that no reader rounds it. */
const numeric: Storage = { ...plain('numeric'), read: (alias, name) => `${alias}.${quoted(name)}::text` };

const none: Storage = { columns: () => [], read: () => 'null', compare: () => 'null', write: () => ({}) };

const money: Storage = {
  columns: (name) => [
    { name, type: 'numeric' },
    { name: currencyColumn(name), type: 'text' },
  ],
  read: (alias, name) =>
    `case when ${alias}.${quoted(name)} is not null then json_build_object('amount', ${alias}.${quoted(name)}::text, 'currency', ${alias}.${quoted(currencyColumn(name))}) end`,
  compare: (alias, name) => `${alias}.${quoted(name)}`,
  write: (name, value) => {
    const { amount = null, currency = null } = (value ?? {}) as { amount?: string; currency?: string };
    return { [name]: amount, [currencyColumn(name)]: currency };
  },
};

const regarding: Storage = {
  columns: (name) => [
    { name, type: 'uuid' },
    { name: `${name}Object`, type: 'text' },
  ],
  read: (alias, name) =>
    `case when ${alias}.${quoted(name)} is not null then json_build_object('object', ${alias}.${quoted(`${name}Object`)}, 'id', ${alias}.${quoted(name)}) end`,
  compare: (alias, name) => `${alias}.${quoted(name)}`,
  write: (name, value) => {
    const { object = null, id = null } = (value ?? {}) as { object?: string; id?: string };
    return { [name]: id, [`${name}Object`]: object };
  },
};

/** Only that there is a value is read; what it is compared by lies in a column of its own. */
const sealedStorage: Storage = {
  columns: (name) => [
    { name, type: 'text' },
    { name: formColumn(name), type: 'text' },
  ],
  read: (alias, name) => `case when ${alias}.${quoted(name)} is not null then '${sealedMark}' end`,
  compare: (alias, name) => `${alias}.${quoted(formColumn(name))}`,
  write: (name, value) => {
    const sealed = readSealedValue(value);
    return {
      [name]: sealed === undefined ? null : keptText(sealed),
      [formColumn(name)]: sealed?.form ?? null,
    };
  },
};

const text = plain('text');
const uuid = plain('uuid');
const bigint = plain('bigint');
const jsonb = plain('jsonb');

const storages: Readonly<Record<FieldTypeName, Storage>> = {
  text,
  longText: text,
  richText: text,
  integer: bigint,
  decimal: numeric,
  money,
  percent: numeric,
  boolean: plain('boolean'),
  date: plain('date'),
  dateTime: plain('timestamptz(3)'),
  recurrence: jsonb,
  duration: bigint,
  choice: text,
  multiChoice: plain('text[]'),
  email: text,
  phone: text,
  url: text,
  address: jsonb,
  location: jsonb,
  reference: uuid,
  manyToMany: none,
  regarding,
  user: uuid,
  autoNumber: text,
  file: jsonb,
  json: jsonb,
  formula: none,
  rollup: none,
};

export function storageOf({ type, sealed }: Pick<Field, 'type' | 'sealed'>): Storage {
  return sealed === true ? sealedStorage : storages[type];
}

/** The column beside an amount of money. */
export function currencyColumn(name: string): string {
  return `${name}Currency`;
}

/** The column by which a sealed value is found, under a name that no field can have: backups leave it out. */
export function formColumn(name: string): string {
  return `${name}${formMark}`;
}

export const formMark = '#';

/** The column by whose values records are told apart. */
export function comparedColumn(name: string, field: Field | undefined): string {
  return field?.sealed === true ? formColumn(name) : name;
}

/** A sealed value whole, for those who write it or are to open it. */
export function wholeSealed(alias: string, name: string): string {
  return `${alias}.${quoted(name)} || ':' || coalesce(${alias}.${quoted(formColumn(name))}, '')`;
}

/** The columns of a field, a decimal's places fixed by its scale. */
export function columnsOf(name: string, field: Field): readonly Column[] {
  return storageOf(field)
    .columns(name)
    .map((column) =>
      column.type === 'numeric'
        ? { ...column, type: `numeric(${18 + (field.scale ?? 2)},${field.scale ?? 2})` }
        : column,
    );
}

/** The table that holds the pairs of a many-to-many field. */
export function linkTable(object: string, name: string): string {
  return `${object}_${name}`;
}
