import type { FieldMeta } from '#kernel/meta.ts';
import type { Values } from './field-props.ts';

interface Moment {
  readonly actor: string;
  readonly today: string;
  readonly now: string;
}

/** What a new value starts with: fixed, or named by `$actor`, `$today`, `$now` or a field of the record at hand. */
export function defaultValue(field: FieldMeta, moment: Moment, record?: Values): unknown {
  const value = field.default ?? null;
  if (typeof value !== 'string' || !value.startsWith('$')) return value;
  const name = value.slice(1);
  if (name === 'actor' || name === 'today' || name === 'now') return moment[name];
  return record?.[name] ?? null;
}

/** The starting values of a form: only what is not empty. */
export function defaultValues(fields: readonly FieldMeta[], moment: Moment, record?: Values): Values {
  const started = fields.map((field) => [field.name, defaultValue(field, moment, record)] as const);
  return Object.fromEntries(started.filter(([, value]) => value !== null));
}
