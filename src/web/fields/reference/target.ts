import type { FieldMeta } from '#kernel/meta.ts';

/** A record that a field points to; its name when the server sent it along. */
export interface Target {
  readonly object: string;
  readonly id: string;
  readonly name?: string;
}

/** The object of the people who work here. */
export const peopleObject = 'user';

/** The object a single-object reference points to; people when the field is a user. */
export function targetObject(field: FieldMeta): string {
  return field.targets?.[0] ?? (field.type === 'user' ? peopleObject : '');
}

/** Reads a reference's value: an id, or what a path through it brought: `{"id","name"}`. */
export function asTarget(object: string, value: unknown, nameField = 'name'): Target | null {
  if (typeof value === 'string' && value !== '') return { object, id: value };
  if (typeof value !== 'object' || value === null) return null;
  const nested = value as Readonly<Record<string, unknown>>;
  if (typeof nested.id !== 'string') return null;
  const name = nested[nameField];
  const target = { object: typeof nested.object === 'string' ? nested.object : object, id: nested.id };
  return typeof name === 'string' ? { ...target, name } : target;
}

/** The ids of a many-to-many value, whether they came bare or as records. */
export function targetIds(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((each) => asTarget('', each)?.id ?? []);
}
