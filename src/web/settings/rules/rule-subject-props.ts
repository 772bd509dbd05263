import type { ObjectMeta } from '#kernel/meta.ts';
import type { RuleDraft } from './use-rules.ts';

/** A rule that is being written, the object that it is for, and what of it was refused. */
export interface RuleSubjectProps {
  readonly object: ObjectMeta;
  readonly draft: RuleDraft;
  readonly errors: Readonly<Record<string, string>>;
  change(values: RuleDraft): void;
}
