import type { ObjectMeta } from '#kernel/meta.ts';
import type { Draft } from './definition.ts';

/** What the parts of the dialog share. */
export interface DraftProps {
  readonly object: ObjectMeta;
  readonly draft: Draft;
  readonly isNew: boolean;
  readonly errors: Readonly<Record<string, string>>;
  change(values: Draft): void;
}
