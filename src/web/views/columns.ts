import { fieldAt } from '#kernel/field-at.ts';
import type { FieldMeta, Meta, ObjectMeta } from '#kernel/meta.ts';
import { systemNames } from '#kernel/system-fields.ts';

/** A column of a table or a line of a card: which value it shows, under which head, drawn as which field. */
export interface Column {
  /** What is asked for and sorted by, e.g. `name` or `owner.name`. */
  readonly path: string;
  /** The path of the value in a record; a reference that brings its name is drawn whole, as a link. */
  readonly valuePath: string;
  readonly label: string;
  readonly field: FieldMeta;
  /** The record's own field that changes when this column is edited; absent when it cannot be. */
  readonly edits?: FieldMeta | undefined;
}

const stampNames = new Set(['createdAt', 'createdBy', 'updatedAt', 'updatedBy']);
const neverInColumns = new Set(['json', 'richText', 'file']);

/** Reads a path of a view; undefined when this person may not see what it names. */
export function columnAt(meta: Meta, object: ObjectMeta, path: string): Column | undefined {
  const [first = '', ...rest] = path.split('.');
  const own = object.fields.find(({ name }) => name === first);
  if (!own) return undefined;
  const target = referred(meta, own);
  if (target && (rest.length === 0 || rest.join('.') === target.nameField)) {
    const whole = { path: `${first}.${target.nameField}`, valuePath: first, label: own.label, field: own };
    return editable(own) ? { ...whole, edits: own } : whole;
  }
  if (rest.length === 0) {
    const plain = { path, valuePath: path, label: own.label, field: own };
    return editable(own) ? { ...plain, edits: own } : plain;
  }
  const field = fieldAt(meta, object.name, path);
  return field && { path, valuePath: path, label: `${own.label} · ${field.label}`, field };
}

/** The columns of a table: always the record's name first. */
export function columnsFor(meta: Meta, object: ObjectMeta, paths: readonly string[]): readonly Column[] {
  const all = [...new Set([object.nameField, ...paths])].flatMap(
    (path) => columnAt(meta, object, path) ?? [],
  );
  return all.filter((column, index) => all.findIndex((other) => other.path === column.path) === index);
}

/** Every column that may be chosen. */
export function possibleColumns(meta: Meta, object: ObjectMeta): readonly Column[] {
  const own = object.fields.filter(
    ({ type, name }) => !neverInColumns.has(type) && !systemNames.includes(name),
  );
  const stamps = object.fields.filter(({ name }) => stampNames.has(name));
  return [...own, ...stamps].flatMap(({ name }) => columnAt(meta, object, name) ?? []);
}

/** What a list must ask for so that these columns can be drawn. */
export function selectOf(columns: readonly Column[], more: readonly string[] = []): string {
  return [...new Set([...columns.map(({ path }) => path), ...more])].join(',');
}

function referred(meta: Meta, field: FieldMeta): ObjectMeta | undefined {
  if (field.type !== 'reference' && field.type !== 'user') return undefined;
  const name = field.targets?.[0] ?? (field.type === 'user' ? 'user' : '');
  return meta.objects.find((object) => object.name === name);
}

function editable(field: FieldMeta): boolean {
  return !field.readOnly && !field.immutable && field.result === undefined && field.type !== 'autoNumber';
}
