import type { ObjectMeta } from '#kernel/meta.ts';
import { asTarget, type Target } from '#web/fields/reference/target.ts';
import type { EntryChange } from './timeline-entry.ts';

type Values = Readonly<Record<string, unknown>>;

interface ShareTerms {
  /** A person or group, its name where that came along. */
  readonly recipient: Target | null;
  /** What the role is called, when all who have it are meant. */
  readonly role: string;
  readonly access: string;
}

/** With whom something was shared and for what, in words: as it was at that time where the entry says so. */
export function shareTerms(object: ObjectMeta, share: Values, changes: readonly EntryChange[]): ShareTerms {
  const then = Object.fromEntries(changes.map((change) => [change.field, change.new]));
  const values: Values = { ...share, ...then };
  const label = (field: string) => {
    const choices = object.fields.find(({ name }) => name === field)?.choices ?? [];
    return choices.find(({ value }) => value === values[field])?.label ?? String(values[field] ?? '');
  };
  return { recipient: asTarget('', values.recipient), role: label('role'), access: label('access') };
}
