import type { ObjectMeta } from '#kernel/meta.ts';
import type { ObjectDraft } from './own-object.ts';

/** What the parts of the dialog share. */
export interface PartProps {
  readonly defining: ObjectMeta;
  readonly draft: ObjectDraft;
  readonly isNew: boolean;
  readonly errors: Readonly<Record<string, string>>;
  change(values: ObjectDraft): void;
}

/** The values of a choice, to choose one. */
export function choicesOf({ fields }: ObjectMeta, field: string) {
  const choices = fields.find(({ name }) => name === field)?.choices ?? [];
  return choices.map(({ value, label }) => ({ value, label }));
}
